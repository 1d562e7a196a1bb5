package fr.passerelle.referentiel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The two thresholds of a hold, at the limit and on either side of it. */
class HoldSettingsTest {

	@ParameterizedTest(name = "{0} of {1} disappear: held is {2}")
	@CsvSource({
			// ten per cent, three and more
			"2,30,false", "3,30,true", "4,30,true", "3,31,false", "4,31,true", "3,40,false", "4,40,true", "5,40,true",
			"149,1500,false", "150,1500,true", "151,1500,true", "99999,1000000,false", "100000,1000000,true",
			// fewer than three
			"1,3,false", "2,3,false", "2,15,false", "2,20,false",
			// all of them
			"1,1,true", "2,2,true", "3,3,true", "1500,1500,true",
			// none
			"0,0,false", "0,1,false", "0,1500,false" })
	void aTenthAndThreeOrAllOfThem(long disparus, long presents, boolean retenu) {
		assertThat(new HoldSettings(10, 3).tropDisparaissent(disparus, presents)).isEqualTo(retenu);
	}

	@Test
	void bothThresholdsAreSettings() {
		HoldSettings reglages = new HoldSettings(50, 10);

		assertThat(reglages.tropDisparaissent(9, 18)).isFalse();
		assertThat(reglages.tropDisparaissent(10, 21)).isFalse();
		assertThat(reglages.tropDisparaissent(10, 20)).isTrue();
	}

}

package fr.passerelle.noyau;

import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Identifiers refuse what they are not. */
class NoyauTest {

	@ParameterizedTest
	@ValueSource(strings = { "9830418M", "9830649N", "0840001V" })
	void aUaiWithTheRightKeyIsRead(String code) {
		assertThat(Uai.lire(code)).contains(new Uai(code));
		assertThat(Uai.deNumero(code.substring(0, 7))).isEqualTo(new Uai(code));
		assertThat(new Uai(code)).hasToString(code);
	}

	@ParameterizedTest
	@NullAndEmptySource
	@ValueSource(strings = { "9830418N", "9830418m", " 9830418M", "9830418M ", "983041M", "98304188M", "98304I8M",
			"0840001I", "0840001O", "0840001Q", "٩٨٣٠٤١٨M" })
	void whatIsNotAUaiIsNone(String texte) {
		assertThat(Uai.lire(texte)).isEqualTo(Optional.empty());
	}

	@Test
	void aUaiSaysItsDepartement() {
		assertThat(new Uai("9830418M").departement()).isEqualTo("983");
		assertThat(new Uai("0840001V").departement()).isEqualTo("084");
	}

	@Test
	void aDepositNumberEndsWithItsLuhnDigit() {
		assertThat(LongStream.of(1, 2, 5, 9, 10, 7992739871L).mapToObj(NumeroDepot::deRang)).extracting("valeur")
			.containsExactly(18L, 26L, 59L, 91L, 109L, 79927398713L);
	}

	@Test
	void oneWrongDigitOrTwoNeighboursSwappedAreHeard() {
		assertThat(NumeroDepot.lire("79927398713")).isEqualTo(new NumeroDepot(79927398713L));
		for (String faux : new String[] { "79927398710", "79927398723", "29927398713", "97927398713", "0", "-18" }) {
			assertThatIllegalArgumentException().isThrownBy(() -> NumeroDepot.lire(faux));
		}
	}

	@Test
	void depositNumbersAreInTheOrderOfTheLedger() {
		assertThat(NumeroDepot.deRang(9)).isLessThan(NumeroDepot.deRang(10));
	}

	@Test
	void aMissingValueOfAReasonIsShownAsSuch() {
		assertThat(Constat.de("C05", "uai", "9830418M", "annee", null))
			.isEqualTo(new Constat("C05", Map.of("uai", "9830418M", "annee", "?")));
	}

	@Test
	void aRefusalCarriesItsReasonAndNoStack() {
		RefusException refus = new RefusException(Constat.de("C14"));

		assertThat(refus.constat()).isEqualTo(Constat.de("C14"));
		assertThat(refus.getStackTrace()).isEmpty();
	}

}

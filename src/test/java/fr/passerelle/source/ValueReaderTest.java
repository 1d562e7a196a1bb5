package fr.passerelle.source;

import java.util.List;
import java.util.Map;

import fr.passerelle.mapping.SourceMapping.ColonneMapping;
import fr.passerelle.mapping.TypeColonne;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A value as written, and as PostgreSQL spells it. */
class ValueReaderTest {

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { "03/09/2018,2018-09-03", "3/9/2018,2018-09-03", "28/02/2017,2017-02-28", "29/02/2016,2016-02-29",
					"29/02/2017,-", "29/02/1900,-", "29/02/2000,2000-02-29", "30/02/2016,-", "31/04/2018,-",
					"31/12/2018,2018-12-31", "30/04/2018,2018-04-30", "00/09/2018,-", "03/00/2018,-", "03/13/2018,-",
					"32/01/2018,-", "03/09/18,-", "01/01/0000,-", "01/01/-2018,-", "01/01/+12018,-",
					"01/01/0987,0987-01-01", "2018-09-03,-", "03-09-2018,-", "03/09/2018 08:00,-", "a3/09/2018,-" })
	void aFrenchDate(String ecrit, String attendu) {
		assertThat(lire(TypeColonne.DATE_FR, ecrit)).isEqualTo(attendu);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { "2018-09-03,2018-09-03", "2016-02-29,2016-02-29", "2017-02-29,-", "2018-04-31,-", "0000-01-01,-",
					"0987-01-01,0987-01-01", "2018-12-28,2018-12-28", "2018-12-31,2018-12-31", "2018-00-03,-",
					"2018-13-03,-", "2018-09-00,-", "2018-09-3a,-", "03/09/2018,-", "2018-9-3,-", "20180903,-",
					"2018-09-03T00:00,-", "+12018-09-03,-" })
	void anIsoDate(String ecrit, String attendu) {
		assertThat(lire(TypeColonne.DATE_ISO, ecrit)).isEqualTo(attendu);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "03/09/2018,2018-09-03", "3/9/2018,2018-09-03", "2018-09-03,2018-09-03",
			"29/02/2017,-", "2017-02-29,-", "2018/09/03,-", "03-09-2018,-", "09/2018,-" })
	void aDateOfAFileThatMixesThem(String ecrit, String attendu) {
		assertThat(lire(TypeColonne.DATE, ecrit)).isEqualTo(attendu);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { "0,0", "-12,-12", "007,007", "999999999999999999,999999999999999999", "9999999999999999999,-",
					"-999999999999999999,-999999999999999999", "1.5,-", "1e3,-", "1-,-", "+1,-", "٣,-", "a,-" })
	void aWholeNumber(String ecrit, String attendu) {
		assertThat(lire(TypeColonne.ENTIER, ecrit)).isEqualTo(attendu);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "0805,08:05", "0000,00:00", "2359,23:59", "2400,-", "0860,-", "805,-",
			"08050,-", "08:5,-", "0a05,-", "-805,-" })
	void anHour(String ecrit, String attendu) {
		assertThat(lire(TypeColonne.HEURE, ecrit)).isEqualTo(attendu);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "1,t", "true,t", "0,f", "false,f", "oui,-", "TRUE,-", "2,-" })
	void aBoolean(String ecrit, String attendu) {
		assertThat(lire(TypeColonne.BOOLEEN, ecrit)).isEqualTo(attendu);
	}

	@Test
	void aTranslatedValueIsOneOfThoseWritten() {
		ColonneMapping sexe = new ColonneMapping("sexe", List.of("CODE_SEXE"), null, TypeColonne.TEXTE, false, false,
				Map.of("1", "M", "2", "F"));

		assertThat(ValueReader.lire(sexe, "2")).isEqualTo("F");
		assertThat(ValueReader.lire(sexe, "3")).isNull();
		assertThat(ValueReader.lire(sexe, null)).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "true,128,129", "false,512,513" })
	void aTextLongerThanAnyFormatWritesIsNotOne(boolean cle, int permis, int trop) {
		ColonneMapping texte = new ColonneMapping("x", List.of("X"), null, TypeColonne.TEXTE, cle, false, Map.of());

		assertThat(ValueReader.lire(texte, "a".repeat(permis))).hasSize(permis);
		assertThat(ValueReader.lire(texte, "a".repeat(trop))).isNull();
		assertThat(ValueReader.tropLongue(List.of("", "a".repeat(128)))).isFalse();
		assertThat(ValueReader.tropLongue(List.of("a", "a".repeat(129)))).isTrue();
	}

	@Test
	void aListIsAnArrayWithEveryElementQuoted() {
		assertThat(ValueReader.tableau(List.of())).isEqualTo("{}");
		assertThat(ValueReader.tableau(List.of("a", "", "NULL", "b,c", "d\"e", "f\\g", "{h}")))
			.isEqualTo("{\"a\",\"\",\"NULL\",\"b,c\",\"d\\\"e\",\"f\\\\g\",\"{h}\"}");
	}

	private static String lire(TypeColonne type, String valeur) {
		return ValueReader.lire(new ColonneMapping("x", List.of("X"), null, type, false, false, Map.of()), valeur);
	}

}

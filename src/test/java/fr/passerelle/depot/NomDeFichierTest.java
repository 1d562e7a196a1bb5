package fr.passerelle.depot;

import java.net.URI;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NomDeFichierTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			attachment; filename="sts_emp.xml"                          | sts_emp.xml
			attachment; filename*=UTF-8''%C3%A9l%C3%A8ves.csv           | élèves.csv
			attachment; filename="../../etc/passwd"                     | passwd
			attachment; filename="C:\\\\temp\\\\f.zip"                      | f.zip
			attachment                                                  | export.xml
			inline; filename=""                                         | export.xml
			n'importe "quoi; ;                                          | export.xml
			""")
	void theNameIsThatOfTheAnswerOrElseOfTheAddress(String disposition, String nom) {
		assertThat(
				NomDeFichier.de(Optional.of(disposition), URI.create("https://exemple.invalid/a/export.xml?x=1"), "s"))
			.isEqualTo(nom);
	}

	@Test
	void anAddressWithoutANameGetsThatOfItsChannel() {
		assertThat(NomDeFichier.de(Optional.empty(), URI.create("https://exemple.invalid/"), "onde")).isEqualTo("onde");
		assertThat(NomDeFichier.de(Optional.empty(), URI.create("https://exemple.invalid"), "onde")).isEqualTo("onde");
	}

	@Test
	void aBrowserMaySendAWholePathOrNothing() {
		assertThat(NomDeFichier.deNavigateur("C:\\dossier\\mon fichier é.xml")).isEqualTo("mon fichier é.xml");
		assertThat(NomDeFichier.deNavigateur("dossier/")).isEqualTo("sans-nom");
		assertThat(NomDeFichier.deNavigateur(null)).isEqualTo("sans-nom");
	}

	@Test
	void commandsAndLengthAreCutAndTheEndIsKept() {
		assertThat(NomDeFichier.court("a\nb\u0000c.zip")).isEqualTo("abc.zip");
		assertThat(NomDeFichier.court("x".repeat(500) + ".zip")).hasSize(200).endsWith(".zip");
	}

}

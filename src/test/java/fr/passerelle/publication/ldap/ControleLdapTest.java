package fr.passerelle.publication.ldap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import fr.passerelle.mapping.Mappings;
import fr.passerelle.noyau.Constat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** One thing is broken at a time in the example of the document. */
class ControleLdapTest {

	private static final Modeles MODELES = new Modeles(new Mappings(Path.of("mappings")));

	private static final Path EXEMPLE = Path.of("src/test/resources/ldap/exemple.ldif");

	@TempDir
	Path dossier;

	@Test
	void theExampleOfTheDocumentHasNoFault() {
		assertThat(new Controle(MODELES).lire(EXEMPLE)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"dn: uid=r820001,|dn: uid=e810001,|LDAP_REPETE uid=e810001,ou=people,dc=exemple,dc=fr dn",
			"ENTEleveMEF: 10010012110|description: x|LDAP_VIDE uid=e810001,ou=people,dc=exemple,dc=fr ENTEleveMEF",
			"member: uid=e810001,ou=people,dc=exemple,dc=fr|description: x|LDAP_VIDE cn=9990001X:classe:6A,ou=groups,dc=exemple,dc=fr member",
			"member: uid=e810001|member: uid=e810009|LDAP_REFERENCE cn=9990001X:classe:6A,ou=groups,dc=exemple,dc=fr member",
			"ENTElevePersRelEleve: uid=r820001|ENTElevePersRelEleve: uid=r820002|LDAP_REFERENCE uid=e810001,ou=people,dc=exemple,dc=fr ENTElevePersRelEleve",
			"ENTEleveFiliere: 6EME|ENTEleveFiliere 6EME|LDAP_ILLISIBLE null null" })
	void aFaultIsTold(String avant, String apres, String faute) throws IOException {
		Path fichier = this.dossier.resolve("annuaire.ldif");
		Files.writeString(fichier, Files.readString(EXEMPLE).replaceFirst(avant, apres));

		assertThat(new Controle(MODELES).lire(fichier)).extracting(ControleLdapTest::dite).contains(faute);
	}

	private static String dite(Constat constat) {
		return String.join(" ", constat.code(), String.valueOf(constat.valeurs().get("dn")),
				String.valueOf(constat.valeurs().get("attribut")));
	}

}

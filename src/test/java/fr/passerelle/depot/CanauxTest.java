package fr.passerelle.depot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import fr.passerelle.depot.CanalSftp.Apres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the settings of the channels mean, and what stops the start. */
class CanauxTest {

	@TempDir
	private Path ici;

	private final Map<String, String> reglages = new HashMap<>();

	@BeforeEach
	void bonsReglages() throws IOException {
		Path hotes = Files.writeString(this.ici.resolve("hotes"), "");
		donner("sftp[0].nom", "academie");
		donner("sftp[0].hote", "sftp.exemple.invalid");
		donner("sftp[0].utilisateur", "passerelle");
		donner("sftp[0].motdepasse", "secret");
		donner("sftp[0].hotes-connus", hotes.toString());
		donner("url[0].nom", "onde");
		donner("url[0].adresse", "https://exemple.invalid/onde.csv");
	}

	@Test
	void withoutSettingsNothingIsFetched() {
		this.reglages.clear();

		assertThat(canaux().sftp("academie")).isEmpty();
		assertThat(canaux().url("academie")).isEmpty();
		assertThat(settings().jms().actif()).isFalse();
	}

	@Test
	void whatIsNotSaidHasItsDefault() {
		donner("sftp[0].dossiers.college-a", "0009201B");

		CanalSftp canal = canaux().sftp("academie").orElseThrow();

		assertThat(canal).isEqualTo(new CanalSftp("academie", "sftp.exemple.invalid", 22, "passerelle", "secret", null,
				null, this.ici.resolve("hotes"), "", Duration.ofSeconds(30), Apres.DEPLACER, "traites", null,
				Map.of("college-a", "0009201B")));
		assertThat(canal.toString()).isEqualTo("sftp:academie");
		assertThat(canal.uai("college-a/f.zip")).isEqualTo("0009201B");
		assertThat(canal.uai("0009101T/f.zip")).isEqualTo("0009101T");
		assertThat(canal.uai("f.zip")).isNull();
		assertThat(canal.rangement("117", "f.zip")).isEqualTo("traites/117-f.zip");
	}

	@Test
	void aServerOfOneSchoolHasOnlyItsFiles() {
		donner("sftp[0].uai", "0009201B");
		donner("sftp[0].dossier", "export");

		CanalSftp canal = canaux().sftp("academie").orElseThrow();

		assertThat(canal.uai("a/f.zip")).isEqualTo("0009201B");
		assertThat(canal.rangement("117", "f.zip")).isEqualTo("export/traites/117-f.zip");
	}

	@Test
	void aRouteThatNamesAnUnknownChannelIsRefused() {
		assertThatThrownBy(() -> canaux().sftp("acadmie")).isInstanceOf(CanalFaux.class)
			.hasMessage(
					"passerelle.canaux, canal « acadmie » : une route le relève et il n'est pas dans les réglages. Canaux donnés : [academie].");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			sftp[0].nom          | Académie                      | « nom » est fait de minuscules
			url[0].nom           | -onde                         | « nom » est fait de minuscules
			sftp[0].hote         | ' '                           | « hote » et « utilisateur » sont obligatoires
			sftp[0].motdepasse   | ''                            | donnez « cle »
			sftp[0].cle          | absente.pem                   | le fichier de « cle » est absent
			sftp[0].hotes-connus | absents                       | « hotes-connus » doit être un fichier lisible
			sftp[0].uai          | 0009201C                      | « uai » n'est pas un code UAI
			sftp[0].dossiers.a   | college                       | « dossiers » donne à un dossier
			url[0].adresse       | ftp://exemple.invalid/x       | « adresse » est obligatoire, en http:// ou https://
			url[0].adresse       | file:///etc/passwd            | « adresse » est obligatoire, en http:// ou https://
			url[0].adresse       | https://moi:x@exemple.invalid | sans compte dedans
			url[0].uai           | 0009201C                      | « uai » n'est pas un code UAI
			""")
	void aWrongSettingStopsTheStartWithASentence(String cle, String valeur, String phrase) {
		donner(cle, valeur);

		assertThatThrownBy(this::canaux).isInstanceOf(CanalFaux.class).hasMessageContaining(phrase);
	}

	private void donner(String cle, String valeur) {
		this.reglages.put("passerelle.canaux." + cle, valeur);
	}

	private CanauxSettings settings() {
		return new Binder(new MapConfigurationPropertySource(this.reglages)).bindOrCreate("passerelle.canaux",
				CanauxSettings.class);
	}

	private Canaux canaux() {
		return new Canaux(settings());
	}

}

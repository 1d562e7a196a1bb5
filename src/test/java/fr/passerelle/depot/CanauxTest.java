package fr.passerelle.depot;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import fr.passerelle.canal.CanalFaux;
import fr.passerelle.depot.CanalSftp.Apres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the settings of the channels mean, and what stops the start. */
class CanauxTest {

	private final Map<String, String> reglages = new HashMap<>();

	@BeforeEach
	void bonsReglages() {
		donner("sftp[0].nom", "academie");
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

		assertThat(canal).isEqualTo(new CanalSftp("academie", true, "", Duration.ofSeconds(30), Apres.DEPLACER,
				"traites", null, Map.of("college-a", "0009201B")));
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
					"passerelle.canaux, canal « acadmie » : une route le relève et il n'est pas dans les réglages, ou y est « releve: false ». Canaux relevés : [academie].");
	}

	@Test
	void aServerThatOnlyReceivesIsNotLookedAt() {
		donner("sftp[1].nom", "ent");
		donner("sftp[1].releve", "false");

		assertThatThrownBy(() -> canaux().sftp("ent")).isInstanceOf(CanalFaux.class);

		donner("sftp[0].releve", "false");
		assertThat(canaux().sftp("academie")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			sftp[0].nom          | Académie                      | « nom » est fait de minuscules
			url[0].nom           | -onde                         | « nom » est fait de minuscules
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

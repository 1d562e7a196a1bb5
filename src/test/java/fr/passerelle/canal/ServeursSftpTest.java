package fr.passerelle.canal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the settings of the servers mean, and what stops the start. */
class ServeursSftpTest {

	@TempDir
	private Path ici;

	private final Map<String, String> reglages = new HashMap<>();

	@BeforeEach
	void bonsReglages() throws IOException {
		donner("nom", "academie");
		donner("hote", "sftp.exemple.invalid");
		donner("utilisateur", "passerelle");
		donner("motdepasse", "secret");
		donner("hotes-connus", Files.writeString(this.ici.resolve("hotes"), "").toString());
	}

	@Test
	void aServerIsFoundByItsName() {
		assertThat(serveurs().noms()).containsExactly("academie");
		assertThat(serveurs().serveur("academie")).isEqualTo(new ServeurSftp("academie", "sftp.exemple.invalid", 22,
				"passerelle", "secret", null, null, this.ici.resolve("hotes")));
		assertThat(serveurs().serveur("academie")).hasToString("sftp:academie");
		assertThatThrownBy(() -> serveurs().serveur("acadmie")).isInstanceOf(CanalFaux.class)
			.hasMessage("passerelle.canaux, canal « acadmie » : aucun serveur de ce nom dans les réglages.");
	}

	@Test
	void aNameIsGivenOnce() {
		Map.copyOf(this.reglages).forEach((cle, valeur) -> this.reglages.put(cle.replace("[0]", "[1]"), valeur));

		assertThatThrownBy(this::serveurs).isInstanceOf(CanalFaux.class).hasMessageContaining("donné deux fois");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			nom          | Académie    | « nom » est fait de minuscules
			hote         | ' '         | « hote » et « utilisateur » sont obligatoires
			motdepasse   | ''          | donnez « cle »
			cle          | absente.pem | le fichier de « cle » est absent
			hotes-connus | absents     | « hotes-connus » doit être un fichier lisible
			""")
	void aWrongSettingStopsTheStartWithASentence(String cle, String valeur, String phrase) {
		donner(cle, valeur);

		assertThatThrownBy(this::serveurs).isInstanceOf(CanalFaux.class).hasMessageContaining(phrase);
	}

	private void donner(String cle, String valeur) {
		this.reglages.put("passerelle.canaux.sftp[0]." + cle, valeur);
	}

	private ServeursSftp serveurs() {
		return new ServeursSftp(new Binder(new MapConfigurationPropertySource(this.reglages))
			.bindOrCreate("passerelle.canaux", ServeursSettings.class));
	}

}

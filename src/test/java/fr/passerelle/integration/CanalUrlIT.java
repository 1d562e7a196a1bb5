package fr.passerelle.integration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Files fetched from addresses: a deposit when they change, nothing when they do not. */
class CanalUrlIT extends AvecCanaux {

	@Test
	void aFileThatHasNotChangedCostsNothing() throws IOException {
		College college = college(reglages(1, 30, 385));
		Path fichier = college.fichier("SIECLE_STRUCTURES");

		site.publier("/etiquette", Files.readAllBytes(fichier), "\"v1\"",
				"attachment; filename=\"../" + fichier.getFileName() + "\"");
		String numero = traite(college);
		int avant = site.inchanges("/etiquette");
		Hub.jusqua(() -> site.inchanges("/etiquette") > avant + 2);
		Path autre = Retouche.autrementCompressee(fichier);
		site.publier("/etiquette", Files.readAllBytes(autre), "\"v2\"", null);

		Hub.jusqua(() -> depots(college).size() == 2);
		this.hub.calme();
		assertThat(depots(college)).containsExactly("url:academie adresse academie traite",
				"url:academie adresse academie traite");
		assertThat(this.hub.lire("SELECT fichier FROM echange.depot WHERE uai = ? ORDER BY numero", college.uai()))
			.containsExactly(fichier.getFileName().toString(), "etiquette");
		assertThat(this.hub.lire("SELECT etag FROM echange.releve WHERE canal = 'url:academie'"))
			.containsExactly("\"v2\"");
		assertThat(numero).isNotEmpty();
	}

	@Test
	void theSameBytesFromAServerThatKeepsNoLabelAreNoDeposit() throws IOException {
		College college = college(reglages(1, 30, 386));
		Path fichier = college.fichier("SIECLE_STRUCTURES");

		site.publier("/sans-etiquette", Files.readAllBytes(fichier), null, null);
		Hub.jusqua(() -> !depots(college).isEmpty());
		int avant = site.envois("/sans-etiquette");
		Hub.jusqua(() -> site.envois("/sans-etiquette") > avant + 2);
		this.hub.calme();

		assertThat(depots(college)).containsExactly("url:sans-etiquette adresse sans-etiquette traite");
		assertThat(this.hub.lire("SELECT resultat FROM echange.v_releve WHERE canal = 'url:sans-etiquette'"))
			.containsExactly("inchangé");
	}

}

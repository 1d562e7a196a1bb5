package fr.passerelle.integration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Files fetched from real SSH servers. */
class CanalSftpIT extends AvecCanaux {

	@Test
	void aFileOfAServerIsADepositOfItsFolderAndIsMovedAside() throws IOException {
		College college = college(reglages(1, 30, 380));
		Path fichier = college.fichier("SIECLE_STRUCTURES");
		String chemin = college.uai() + "/premiers.zip";

		academie.poser(chemin, fichier);
		String numero = traite(college);
		academie.poser(chemin, fichier);
		Hub.jusqua(() -> premiers().size() == 2);
		this.hub.calme();

		assertThat(depots(college)).containsExactly("sftp:academie serveur academie traite",
				"sftp:academie serveur academie doublon");
		assertThat(premiers()).contains("traites/" + numero + "-premiers.zip");
		assertThat(this.hub.api().lire("/depots/" + numero).json().get("canal").asText()).isEqualTo("sftp:academie");
	}

	@Test
	void aSecondServerHasItsKeyItsFoldersAndItsSchoolsAndItsFilesAreDeleted() throws IOException {
		College college = college(reglages(1, 30, 381));
		Path fichier = college.fichier("SIECLE_STRUCTURES");

		departement.poser("export/college-a/" + fichier.getFileName(), fichier);
		traite(college);

		assertThat(depots(college)).containsExactly("sftp:departement serveur departement traite");
		Hub.jusqua(() -> fichiers(departement).isEmpty());
		assertThat(this.hub.compter("SELECT count(*) FROM echange.prise WHERE chemin LIKE 'sftp:departement%'"))
			.isZero();
	}

	@Test
	void aServerThatShowsAnotherKeyIsShownNoPassword() throws IOException {
		College college = college(reglages(1, 30, 382));
		imposteur.poser(college.uai() + "/f.zip", college.fichier("SIECLE_STRUCTURES"));

		Hub.jusqua(() -> imposteur.connexions() >= 2);

		assertThat(imposteur.comptes()).isZero();
		assertThat(depots(college)).isEmpty();
		assertThat(fichiers(imposteur)).containsExactly(college.uai() + "/f.zip");
	}

	@Test
	void aFileWhoseEndIsMissingIsReadButLeftUntilItIsWhole() throws IOException {
		College college = college(reglages(1, 30, 383));
		Path fichier = college.fichier("SIECLE_STRUCTURES");
		byte[] octets = Files.readAllBytes(fichier);
		Path cible = Files.createDirectories(academie.racine().resolve(college.uai())).resolve("coupe.zip");

		Files.write(cible, Arrays.copyOf(octets, octets.length / 2));
		Hub.jusqua(() -> academie.lectures("coupe.zip") >= 2);
		assertThat(depots(college)).isEmpty();
		Files.write(cible, octets);

		Hub.jusqua(() -> !depots(college).isEmpty());
		this.hub.calme();
		assertThat(depots(college)).containsExactly("sftp:academie serveur academie traite");
	}

	@Test
	void afterTheServerWasAwayItsFilesComeAgain() throws IOException {
		College college = college(reglages(1, 30, 384));
		Path fichier = college.fichier("SIECLE_STRUCTURES");

		academie.arreter();
		academie.poser(college.uai() + "/" + fichier.getFileName(), fichier);
		academie.demarrer();

		traite(college);
	}

	@Test
	void aNameThatCamelWouldReadAsAnOrderIsANameLikeAnyOther() throws IOException {
		College college = college(reglages(1, 30, 387));
		String nom = "${bean:depotJms?method=oublier}&fileName=CamelFileName.zip";

		academie.poser(college.uai() + "/" + nom, college.fichier("SIECLE_STRUCTURES"));
		String numero = traite(college);

		assertThat(this.hub.lire("SELECT fichier FROM echange.depot WHERE numero = ?", Long.valueOf(numero)))
			.containsExactly(nom);
		Hub.jusqua(() -> fichiers(academie).contains("traites/" + numero + "-" + nom.replace('?', '_')));
	}

	private static List<String> premiers() throws IOException {
		return fichiers(academie).stream().filter((place) -> place.matches("traites/[0-9]+-premiers.zip")).toList();
	}

}

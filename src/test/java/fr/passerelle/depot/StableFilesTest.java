package fr.passerelle.depot;

import java.time.Duration;

import org.apache.camel.component.file.GenericFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class StableFilesTest {

	private final StableFiles<String> fichiers = new StableFiles<>("traites", Duration.ZERO);

	@Test
	void aFileIsTakenWhenTwoLooksSeeItAlike() {
		assertThat(this.fichiers.accept(fichier("a/f.zip", 10, 1))).isFalse();
		assertThat(this.fichiers.accept(fichier("a/f.zip", 10, 1))).isTrue();
	}

	@Test
	void aFileThatGrowsOrChangesIsLeft() {
		this.fichiers.accept(fichier("a/f.zip", 10, 1));

		assertThat(this.fichiers.accept(fichier("a/f.zip", 11, 1))).isFalse();
		assertThat(this.fichiers.accept(fichier("a/f.zip", 11, 2))).isFalse();
		assertThat(this.fichiers.accept(fichier("b/f.zip", 11, 2))).isFalse();
	}

	@Test
	void twoLooksThatFollowTooCloselyAreNotEnough() {
		StableFiles<String> patients = new StableFiles<>("traites", Duration.ofHours(1));
		patients.accept(fichier("f.zip", 10, 1));

		assertThat(patients.accept(fichier("f.zip", 10, 1))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "f.zip.part", "F.TMP", ".f.zip", "f.filepart" })
	void aNameThatMeansNotYetIsLeft(String nom) {
		this.fichiers.accept(fichier(nom, 10, 1));

		assertThat(this.fichiers.accept(fichier(nom, 10, 1))).isFalse();
	}

	@Test
	void theFolderOfTheFilesTakenIsNotLookedAt() {
		assertThat(this.fichiers.accept(dossier("traites"))).isFalse();
		assertThat(this.fichiers.accept(dossier("0009201B"))).isTrue();
	}

	private static GenericFile<String> fichier(String chemin, long taille, long modifie) {
		GenericFile<String> fichier = new GenericFile<>();
		fichier.setRelativeFilePath(chemin);
		fichier.setFileNameOnly(chemin.substring(chemin.lastIndexOf('/') + 1));
		fichier.setFileLength(taille);
		fichier.setLastModified(modifie);
		return fichier;
	}

	private static GenericFile<String> dossier(String nom) {
		GenericFile<String> dossier = fichier(nom, 0, 0);
		dossier.setDirectory(true);
		return dossier;
	}

}

package fr.passerelle.catalogue;

import java.util.List;

import fr.passerelle.noyau.Constat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CatalogueTest {

	private static final Regle REGLE = new Regle("GROUPE_A_01", "", "GROUPE", "Inscription invalide.", Effet.REJET,
			FileErreurs.GROUPE, "Le groupe \"{groupe}\" est inconnu.", "{cause}", "Refaites la synchro.");

	private static final Regle VARIANTE = new Regle("GROUPE_A_01", "sts", "GROUPE", "Inscription invalide.",
			Effet.REJET, FileErreurs.GROUPE, "Le groupe \"{groupe}\" n'est que dans STS-WEB.", "", "Faites la 4a.");

	private final Catalogue catalogue = new Catalogue(List.of(REGLE, VARIANTE));

	@Test
	void aReasonBecomesAText() {
		Constat constat = Constat.de("GROUPE_A_01", "groupe", "4EME LV2 $1", "cause", "Inconnu.");

		assertThat(this.catalogue.texte(constat))
			.isEqualTo(new Texte("GROUPE_A_01", "GROUPE", "Inscription invalide.", Effet.REJET, FileErreurs.GROUPE,
					"Le groupe \"4EME LV2 $1\" est inconnu.", "Inconnu.", "Refaites la synchro."));
	}

	@Test
	void aReasonMayChooseAmongTheTextsOfItsCode() {
		Constat choisi = Constat.de("GROUPE_A_01", "variante", "sts", "groupe", "5LAT");
		Constat inconnu = Constat.de("GROUPE_A_01", "variante", "autre", "groupe", "5LAT");

		assertThat(this.catalogue.texte(choisi).titre()).isEqualTo("Le groupe \"5LAT\" n'est que dans STS-WEB.");
		assertThat(this.catalogue.texte(choisi).code()).isEqualTo("GROUPE_A_01");
		assertThat(this.catalogue.texte(inconnu).titre()).isEqualTo("Le groupe \"5LAT\" est inconnu.");
	}

	@Test
	void makingATextNeverFails() {
		assertThat(this.catalogue.texte(Constat.de("GROUPE_A_01")).titre()).isEqualTo("Le groupe \"?\" est inconnu.");
		assertThat(this.catalogue.texte(Constat.de("AUTRE")).titre()).isEqualTo("AUTRE");
	}

	@Test
	void aCodeSaidTwiceIsRefused() {
		assertThatThrownBy(() -> new Catalogue(List.of(REGLE, REGLE))).isInstanceOf(CatalogueFaux.class)
			.hasMessage("GROUPE_A_01 : ce code est décrit deux fois");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{groupe", "groupe}", "{}", "{le groupe}", "{{groupe}}", " " })
	void aBadlyWrittenTitleIsRefused(String titre) {
		Regle fausse = new Regle("X", "", "X", "", Effet.REJET, FileErreurs.GROUPE, titre, "", "");

		assertThatThrownBy(() -> new Catalogue(List.of(fausse))).isInstanceOf(CatalogueFaux.class);
	}

	@Test
	void anEntryKnowsItsVariables() {
		assertThat(this.catalogue.variables(REGLE)).containsExactly("cause", "groupe");
	}

	@Test
	void everyErrorQueueHasItsAddress() {
		assertThat(FileErreurs.values()).extracting(FileErreurs::adresse)
			.containsExactly("passerelle.erreurs.format", "passerelle.erreurs.annee",
					"passerelle.erreurs.etablissement", "passerelle.erreurs.groupe", "passerelle.erreurs.eleve",
					"passerelle.erreurs.prerequis", "passerelle.erreurs.systeme");
	}

}

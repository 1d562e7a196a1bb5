package fr.passerelle.generateur;

import java.util.Locale;

/** {@code BEE_NOMENCLATURES}: the MEF, subjects and programmes of a collège. */
final class SiecleNomenclature {

	private SiecleNomenclature() {
	}

	static void ecrire(Document xml) {
		xml.ouvrir("MEFS");
		for (Niveau niveau : Niveau.values()) {
			mef(xml, niveau);
		}
		xml.fermer().ouvrir("MATIERES");
		for (Matiere matiere : Matiere.values()) {
			matiere(xml, matiere);
		}
		xml.fermer().ouvrir("PROGRAMMES");
		for (Niveau niveau : Niveau.values()) {
			programmes(xml, niveau);
		}
		xml.fermer();
		modalites(xml);
	}

	private static void mef(Document xml, Niveau niveau) {
		xml.ouvrir("MEF", "CODE_MEF", niveau.mef)
			.valeur("FORMATION", niveau.formation)
			.vide("SPECIALITE")
			.valeur("LIBELLE_LONG", niveau.formation)
			.valeur("LIBELLE_EDITION", niveau.chiffre + "ème")
			.valeur("CODE_MEFSTAT", niveau.mefstat())
			.valeur("DATE_OUVERTURE", "01/09/2016")
			.valeur("DATE_FERMETURE", "31/12/9999")
			.fermer();
	}

	private static void matiere(Document xml, Matiere matiere) {
		xml.ouvrir("MATIERE", "CODE_MATIERE", matiere.code)
			.valeur("CODE_GESTION", (matiere.gestion + "     ").substring(0, 5))
			.valeur("LIBELLE_COURT", matiere.gestion)
			.valeur("LIBELLE_LONG", matiere.libelle.toUpperCase(Locale.FRENCH))
			.valeur("LIBELLE_EDITION", matiere.libelle)
			.valeur("MATIERE_ETP", 0)
			.fermer();
	}

	private static void programmes(Document xml, Niveau niveau) {
		for (Matiere matiere : Matiere.values()) {
			xml.ouvrir("PROGRAMME")
				.valeur("CODE_MEF", niveau.mef)
				.valeur("CODE_MATIERE", matiere.code)
				.valeur("CODE_MODALITE_ELECT", matiere.enDivision ? "S" : (matiere == Matiere.LATIN) ? "F" : "O")
				.valeur("HORAIRE", "2.00")
				.fermer();
		}
	}

	private static void modalites(Document xml) {
		xml.ouvrir("MODALITES_ELECTION");
		modalite(xml, "S", "TRONC COMMUN");
		modalite(xml, "O", "OBLIGATOIRE");
		modalite(xml, "F", "FACULTATIVE");
		xml.fermer();
	}

	private static void modalite(Document xml, String code, String libelle) {
		xml.ouvrir("MODALITE_ELECTION", "CODE_MODALITE_ELECT", code).valeur("LIBELLE_LONG", libelle).fermer();
	}

}

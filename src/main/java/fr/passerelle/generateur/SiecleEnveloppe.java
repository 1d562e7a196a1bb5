package fr.passerelle.generateur;

import java.time.LocalDateTime;
import java.util.function.Consumer;

/** What the seven SIECLE exports have in common: their names and their first lines. */
final class SiecleEnveloppe {

	private SiecleEnveloppe() {
	}

	static void ecrire(Fichiers fichiers, College college, Siecle genre, Consumer<Document> donnees) {
		fichiers.zip(genre.archive(), genre.entree(), (xml) -> document(xml, college, genre, donnees));
	}

	static void document(Document xml, College college, Siecle genre, Consumer<Document> donnees) {
		xml.ouvrir(genre.racine, "VERSION", genre.version);
		parametres(xml, college);
		xml.ouvrir("DONNEES");
		donnees.accept(xml);
		xml.fermer(2);
	}

	private static void parametres(Document xml, College college) {
		LocalDateTime horodatage = college.horodatage();
		String jour = College.FRANCAISE.format(horodatage);
		xml.ouvrir("PARAMETRES")
			.valeur("UAJ", college.etablissement().uai())
			.valeur("ANNEE_SCOLAIRE", college.annee().millesimeSiecle())
			.valeur("DATE_EXPORT", jour)
			.valeur("HORODATAGE", jour + " " + horodatage.toLocalTime().withNano(0))
			.fermer();
	}

	/** The exports, in the order a school gives them. */
	enum Siecle {

		COMMUNS("Communs", "BEE_COMMUN", "1.1"), ETABLISSEMENTS("Etablissements", "BEE_ETABLISSEMENTS", "1.2"),
		GEOGRAPHIQUE("Geographique", "BEE_GEOGRAPHIQUE", "1.1"),
		NOMENCLATURE("Nomenclature", "BEE_NOMENCLATURES", "3.1"), STRUCTURES("Structures", "BEE_STRUCTURES", "2.0"),
		ELEVES("ElevesAvecAdresses", "BEE_ELEVES", "3.0"),
		RESPONSABLES("ResponsablesAvecAdresses", "BEE_RESPONSABLES", "2.1");

		private final String nom;

		private final String racine;

		private final String version;

		Siecle(String nom, String racine, String version) {
			this.nom = nom;
			this.racine = racine;
			this.version = version;
		}

		String archive() {
			return "ExportXML_" + this.nom + ".zip";
		}

		String copie(int numero) {
			return "ExportXML_" + this.nom + "(" + numero + ").zip";
		}

		String entree() {
			return this.nom + ".xml";
		}

		String flux() {
			return "SIECLE_" + name();
		}

	}

}

package fr.passerelle.generateur;

/** Addresses and towns, written the same way in several SIECLE exports. */
final class SiecleTables {

	private SiecleTables() {
	}

	static void adresse(Document xml, long numero, Foyers.Adresse adresse) {
		xml.ouvrir("ADRESSE", "ADRESSE_ID", numero)
			.valeur("LIGNE1_ADRESSE", adresse.ligne())
			.vide("LIGNE2_ADRESSE")
			.valeur("CODE_POSTAL", adresse.codePostal())
			.valeur("CODE_PAYS", "100")
			.valeur("LL_PAYS", "FRANCE")
			.valeur("LIBELLE_POSTAL", adresse.commune())
			.fermer();
	}

	/** INSEE code of a town: the département and a number no town of France has. */
	static String commune(Etablissement etablissement, int rang) {
		String departement = etablissement.departement();
		String debut = "720".equals(departement) ? "2A"
				: departement.startsWith("0") ? departement.substring(1) : departement.substring(0, 2);
		return debut + (900 + rang);
	}

}

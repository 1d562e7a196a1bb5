package fr.passerelle.generateur;

import fr.passerelle.noyau.Uai;

/** {@code BEE_ETABLISSEMENTS} and {@code BEE_GEOGRAPHIQUE}: schools and towns around. */
final class SiecleTerritoire {

	private final Etablissement etablissement;

	SiecleTerritoire(College college) {
		this.etablissement = college.etablissement();
	}

	void ecrireEtablissements(Document xml) {
		xml.ouvrir("ETABLISSEMENTS");
		etablissement(xml, this.etablissement.uai(), "CLG", "COLLEGE", this.etablissement.nom());
		for (int i = 1; i <= 3; i++) {
			Uai ecole = Uai.deNumero(this.etablissement.departement() + (8990 + i));
			etablissement(xml, ecole, "ECOLE", "ECOLE PRIMAIRE", "DU QUARTIER " + i);
		}
		xml.fermer();
	}

	void ecrireGeographique(Document xml) {
		String departement = this.etablissement.departement();
		xml.ouvrir("LES_PAYS").ouvrir("PAYS", "CODE_PAYS", "100");
		xml.valeur("LIBELLE_COURT", "FRANCE").valeur("LIBELLE_LONG", "FRANCE").fermer(2);
		xml.ouvrir("DEPARTEMENTS").ouvrir("DEPARTEMENT");
		xml.valeur("CODE_ACADEMIE", "99")
			.valeur("CODE_DEPARTEMENT_MEN", departement)
			.valeur("CODE_DEPARTEMENT_INSEE", departement)
			.valeur("LIBELLE_LONG", "DEPARTEMENT " + departement)
			.fermer(2);
		xml.ouvrir("COMMUNES");
		for (int i = 0; i < Lexique.COMMUNES.size(); i++) {
			commune(xml, departement, i);
		}
		xml.fermer();
	}

	private void commune(Document xml, String departement, int rang) {
		xml.ouvrir("COMMUNE")
			.valeur("CODE_COMMUNE_INSEE", SiecleTables.commune(this.etablissement, rang))
			.valeur("CODE_DEPARTEMENT_INSEE", departement)
			.valeur("LIBELLE_LONG", Lexique.COMMUNES.get(rang))
			.fermer();
	}

	private static void etablissement(Document xml, Uai uai, String type, String principal, String complement) {
		xml.ouvrir("ETABLISSEMENT", "CODE_RNE", uai)
			.valeur("CODE_TYPE_ETAB", type)
			.valeur("CODE_SECTEUR", "PU")
			.valeur("SIGLE", type)
			.valeur("DENOM_PRINC", principal)
			.valeur("DENOM_COMPL", complement)
			.valeur("CODE_POSTAL", "99901")
			.valeur("DATE_OUVERTURE", "01/09/1990")
			.valeur("DATE_FERMETURE", "31/12/9999")
			.fermer();
	}

}

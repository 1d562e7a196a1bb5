package fr.passerelle.generateur;

/** What is wrong with the links of one élève, on purpose. */
enum Faute {

	/** A group nobody knows: GROUPE_A_01. */
	GROUPE_INCONNU,

	/** A group known to STS but not yet to SIECLE: GROUPE_A_01. */
	GROUPE_STS_SEUL,

	/** No CODE_MEF, hence no group at all: GROUPE_B_01. */
	SANS_MEF,

	/** A group of another MEF: GROUPE_B_02. */
	HORS_MEF,

	/** Start not before end: ELEGRP_A_01. */
	DATES_INVERSEES,

	/** Start before the rentrée: ELEGRP_A_02. */
	DEBUT_AVANT_RENTREE,

	/** End on the teachers' last day: ELEGRP_A_03. */
	FIN_DES_PROFESSEURS,

	/** A link wholly after the year: ELEGRP_H_01. */
	HORS_ANNEE,

	/** Sent a second time by INE: REJELEGROUPE_03. */
	DEUX_IDENTIFIANTS,

	/** In SIECLE, not in the link file. */
	ABSENT,

	/** GROUPE_A_01, GROUPE_B_02 and ELEGRP_A_03 together. */
	PLUSIEURS

}

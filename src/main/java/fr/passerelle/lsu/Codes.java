package fr.passerelle.lsu;

/** The messages of the LSU, each by the number its rules give it (M1, W1…), or ours. */
final class Codes {

	static final String FIN = "LSU_M3";

	static final String LANCEE = "LSU_M4";

	static final String PERIODES_ABSENTES = "LSU_W2";

	static final String AUCUNE_CLASSE = "LSU_W4";

	static final String DEJA_EN_COURS = "LSU_W5";

	static final String INTERROMPUE = "LSU_W6";

	static final String ELEVE_EN_ECHEC = "LSU_ELEVE_EN_ECHEC";

	static final String REVERROUILLE = "LSU_REVERROUILLE";

	static final String CLASSE_INCONNUE = "LSU_CLASSE_INCONNUE";

	static final String CLASSE_IMPORT = "LSU_CLASSE_IMPORT";

	static final String BILAN_INCONNU = "LSU_BILAN_INCONNU";

	static final String BILAN_EXISTANT = "LSU_BILAN_EXISTANT";

	static final String BILAN_IMPORTE = "LSU_BILAN_IMPORTE";

	static final String BILAN_A_REVERROUILLER = "LSU_BILAN_A_REVERROUILLER";

	static final String SERVICE_INCONNU = "LSU_SERVICE_INCONNU";

	static final String ELEVE_INCONNU = "LSU_ELEVE_INCONNU";

	static final String PERIODES_FAUSSES = "LSU_PERIODES_FAUSSES";

	static final String PERIODES_PRISES = "LSU_PERIODES_PRISES";

	private Codes() {
	}

}

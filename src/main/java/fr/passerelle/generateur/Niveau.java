package fr.passerelle.generateur;

/** A level of a collège, with the one MEF its élèves follow. */
enum Niveau {

	SIXIEME("6", "6EME", "SIXIEME", "10010012110"), CINQUIEME("5", "5EME", "CINQUIEME", "10110001110"),
	QUATRIEME("4", "4EME", "QUATRIEME", "10210001110"), TROISIEME("3", "3EME", "TROISIEME", "10310019110");

	final String chiffre;

	final String formation;

	final String libelle;

	final String mef;

	Niveau(String chiffre, String formation, String libelle, String mef) {
		this.chiffre = chiffre;
		this.formation = formation;
		this.libelle = libelle;
		this.mef = mef;
	}

	/** The MEFSTAT11 of STS; its first four characters are the MEFSTAT4. */
	String mefstat() {
		return "211" + (ordinal() + 1) + "0010001";
	}

	/** Age of an élève on time, at the end of the calendar year of the rentrée. */
	int age() {
		return 11 + ordinal();
	}

	/** A level that is not this one, hence another MEF. */
	Niveau autre() {
		return values()[(ordinal() + 1) % values().length];
	}

}

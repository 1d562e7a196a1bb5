package fr.passerelle.generateur;

/** A subject of the collège, with the codes STS and SIECLE give it. */
enum Matiere {

	FRANCAIS("020700", "FRANC", "Français", "L0202", "LET MODERN", true),
	MATHEMATIQUES("061300", "MATHS", "Mathématiques", "L1300", "MATHS", true),
	HISTOIRE("043700", "HI-GE", "Histoire-géographie", "L1000", "HIST. GEO.", true),
	ANGLAIS("030201", "AGL1", "Anglais LV1", "L0422", "ANGLAIS", false),
	EPS("100100", "EPS", "Éducation physique et sportive", "L1900", "E. P. S", true),
	ARTS("090100", "A-PLA", "Arts plastiques", "L1800", "ARTS PLAST", true),
	MUSIQUE("081300", "EDMUS", "Éducation musicale", "L1700", "EDUC MUSIC", true),
	TECHNOLOGIE("070800", "TECHN", "Technologie", "L1400", "TECHNOLOG", true),
	SVT("062900", "SVT", "Sciences de la vie et de la Terre", "L1600", "S. V. T.", false),
	ESPAGNOL("030602", "ESP2", "Espagnol LV2", "L0426", "ESPAGNOL", false),
	ALLEMAND("030102", "ALL2", "Allemand LV2", "L0421", "ALLEMAND", false),
	LATIN("020300", "LATIN", "Latin", "L0201", "LET CLASS", false);

	final String code;

	final String gestion;

	final String libelle;

	final String discipline;

	final String libelleDiscipline;

	/** Taught to whole divisions; the others are taught in groups. */
	final boolean enDivision;

	Matiere(String code, String gestion, String libelle, String discipline, String libelleDiscipline,
			boolean enDivision) {
		this.code = code;
		this.gestion = gestion;
		this.libelle = libelle;
		this.discipline = discipline;
		this.libelleDiscipline = libelleDiscipline;
		this.enDivision = enDivision;
	}

}

package fr.passerelle.enveloppe;

/** The two ways to read a document again. */
record Lecteurs(LecteurXml xml, LecteurCsv csv) {

	Lecteurs(Limites limites) {
		this(new LecteurXml(limites, true), new LecteurCsv(limites));
	}

}

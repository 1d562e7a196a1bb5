package fr.passerelle.catalogue;

/**
 * One entry of {@code messages/*.yaml}; what a variant leaves out is that of its code.
 */
record MessageYaml(String famille, Effet effet, FileErreurs file, String libelle, String titre, String cause,
		String correction) {

	private static final MessageYaml RIEN = new MessageYaml(null, null, null, null, null, null, null);

	Regle regle(String cle, MessageYaml general) {
		MessageYaml base = (general != null) ? general : RIEN;
		int point = cle.indexOf('.');
		String code = (point < 0) ? cle : cle.substring(0, point);
		String variante = (point < 0) ? "" : cle.substring(point + 1);
		String titreDit = exiger(cle, "titre", ou(this.titre, base.titre));
		return new Regle(code, variante, ou(ou(this.famille, base.famille), code),
				ou(ou(this.libelle, base.libelle), titreDit), exiger(cle, "effet", ou(this.effet, base.effet)),
				exiger(cle, "file", ou(this.file, base.file)), titreDit, ou(ou(this.cause, base.cause), ""),
				ou(ou(this.correction, base.correction), ""));
	}

	private static <T> T ou(T valeur, T sinon) {
		return (valeur != null) ? valeur : sinon;
	}

	private static <T> T exiger(String cle, String champ, T valeur) {
		if (valeur == null) {
			throw new CatalogueFaux("messages/", "« " + champ + " » manque à " + cle);
		}
		return valeur;
	}

}

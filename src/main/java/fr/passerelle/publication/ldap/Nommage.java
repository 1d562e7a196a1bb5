package fr.passerelle.publication.ldap;

/**
 * How a consumer names entries.
 *
 * @param base where its branches are
 * @param source before the {@code $} of a jointure
 * @param jeton how a value names its school: {@code dn}, {@code uai} or {@code aaf}
 */
record Nommage(String base, String source, String personnes, String structures, String groupes, String jeton) {

	static Nommage de(LdapSettings reglages, AnnuaireSettings annuaire) {
		if (annuaire == null) {
			return new Nommage(reglages.base(), reglages.source(), reglages.personnes(), reglages.structures(),
					reglages.groupes(), reglages.jeton());
		}
		return new Nommage(ou(annuaire.base(), reglages.base()), ou(annuaire.source(), reglages.source()),
				ou(annuaire.personnes(), reglages.personnes()), ou(annuaire.structures(), reglages.structures()),
				ou(annuaire.groupes(), reglages.groupes()), ou(annuaire.jeton(), reglages.jeton()));
	}

	/** DN of a branch. */
	String dn(Branche branche) {
		return switch (branche) {
			case STRUCTURES -> this.structures;
			case PERSONNES -> this.personnes;
			case GROUPES -> this.groupes;
		} + "," + this.base;
	}

	private static String ou(String valeur, String sinon) {
		return (valeur != null && !valeur.isBlank()) ? valeur : sinon;
	}

}

package fr.passerelle.publication.ldap;

/**
 * What became of an entry.
 *
 * @param refus code of the text that says why it was refused, null otherwise
 * @param detail what the server answered, null when it was not refused
 */
record Issue(Sorte sorte, String refus, String detail) {

	static Issue de(Sorte sorte) {
		return new Issue(sorte, null, null);
	}

	boolean refusee() {
		return this.sorte == Sorte.REFUSEE;
	}

	/** How entries are counted. */
	enum Sorte {

		AJOUTEE("ajoutees"), MODIFIEE("modifiees"), INCHANGEE("inchangees"), PARTIE("parties"), RETIREE("retirees"),
		REFUSEE("refusees"), RETENUE("retenues");

		private final String nom;

		Sorte(String nom) {
			this.nom = nom;
		}

		String nom() {
			return this.nom;
		}

	}

}

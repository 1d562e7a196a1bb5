package fr.passerelle.securite;

/** An account and what its password is checked against, see {@link MotsDePasse}. */
record CompteConnu(Compte compte, String secret) {

	@Override
	public String toString() {
		return "CompteConnu[" + this.compte + "]";
	}

}

package fr.passerelle.securite;

/** An account was not created. */
public class CompteRefuse extends RuntimeException {

	private final transient Cause cause;

	CompteRefuse(Cause cause) {
		super("account not created: " + cause);
		this.cause = cause;
	}

	public Cause cause() {
		return this.cause;
	}

	/** Why, as the caller can mend it. */
	public enum Cause {

		NOM_INVALIDE, NOM_PRIS, ROLE_INCONNU, UAI_INVALIDE, HORS_PERIMETRE

	}

}

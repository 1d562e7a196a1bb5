package fr.passerelle.plateforme;

/**
 * The hub cannot start, and somebody can repair it: a French sentence says why, another
 * what to do. Shown as such, without a stack trace.
 */
class DemarrageImpossible extends RuntimeException {

	private final String action;

	public DemarrageImpossible(String raison, String action) {
		this(raison, action, null);
	}

	public DemarrageImpossible(String raison, String action, Throwable cause) {
		super(raison, cause);
		this.action = action;
	}

	/** What to do about it. */
	public String action() {
		return this.action;
	}

}

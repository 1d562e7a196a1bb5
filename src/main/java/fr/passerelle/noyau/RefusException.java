package fr.passerelle.noyau;

/**
 * Thrown inside a reader when it cannot go on: the file, not the hub, is at fault. Caught
 * at the border of the step that reads, where it becomes a refusal.
 */
public class RefusException extends RuntimeException {

	private final transient Constat constat;

	public RefusException(Constat constat) {
		super(constat.code(), null, false, false);
		this.constat = constat;
	}

	public Constat constat() {
		return this.constat;
	}

}

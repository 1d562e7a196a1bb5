package fr.passerelle.securite;

import java.io.Serializable;
import java.security.Principal;

/** Who is asking: the principal of every authenticated call. */
public record Compte(String utilisateur, Role role, Perimetre perimetre) implements Principal, Serializable {

	private static final String HTTP = "http";

	public boolean peut(Action action) {
		return this.role.permet(action);
	}

	/**
	 * Whether a deposit is seen: those of its schools, and what this account itself
	 * posted that no school could be read from.
	 */
	public boolean voit(String uai, String canal, String deposant) {
		return this.perimetre.voit(uai) || uai == null && HTTP.equals(canal) && this.utilisateur.equals(deposant);
	}

	@Override
	public String getName() {
		return this.utilisateur;
	}

}

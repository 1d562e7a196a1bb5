package fr.passerelle.securite;

import java.io.Serializable;
import java.security.Principal;

/** Who is asking: the principal of every authenticated call. */
public record Compte(String utilisateur, Role role, Perimetre perimetre) implements Principal, Serializable {

	public boolean peut(Action action) {
		return this.role.permet(action);
	}

	@Override
	public String getName() {
		return this.utilisateur;
	}

}

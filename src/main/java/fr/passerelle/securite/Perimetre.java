package fr.passerelle.securite;

import java.io.Serializable;
import java.util.Collection;
import java.util.Set;

import fr.passerelle.noyau.Uai;

/**
 * The schools one may see.
 *
 * @param uais their UAI, null for all: what the ledger's searches expect
 */
public record Perimetre(Set<String> uais) implements Serializable {

	private static final String TOUS = "*";

	public Perimetre {
		uais = (uais != null) ? Set.copyOf(uais) : null;
	}

	static Perimetre tout() {
		return new Perimetre(null);
	}

	/** The schools of an account as written in the settings or the database. */
	static Perimetre de(Role role, Collection<String> uais) {
		if (uais.contains(TOUS) && !role.estDEtablissement() || uais.isEmpty() && role.voitToutSansListe()) {
			return tout();
		}
		uais.forEach(Uai::new);
		if (uais.isEmpty() && role.estDEtablissement()) {
			throw new IllegalArgumentException("role " + role.code() + " without a school");
		}
		return new Perimetre(Set.copyOf(uais));
	}

	/** Whether this school is seen; one that is not known (null) only by who sees all. */
	public boolean voit(String uai) {
		return this.uais == null || uai != null && this.uais.contains(uai);
	}

	boolean couvre(Perimetre autre) {
		return this.uais == null || autre.uais != null && this.uais.containsAll(autre.uais);
	}

}

package fr.passerelle.securite;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The matrix of rights: what each role may do, within its {@link Perimetre} (R001–R009).
 */
public enum Role {

	/** Rectorate: everything, for its schools. */
	ACADEMIE(true, Action.LIRE, Action.DEPOSER, Action.DECIDER, Action.CONSOMMER, Action.ADMINISTRER),

	/** Helps schools, without creating accounts. */
	SUPPORT(true, Action.LIRE, Action.DEPOSER, Action.DECIDER, Action.CONSOMMER),

	/** Headteacher, second degree. */
	CHEF_ETABLISSEMENT(false, Action.LIRE, Action.DEPOSER, Action.DECIDER, Action.CONSOMMER, Action.TENIR_LIVRET),

	/** School director, first degree. */
	DIRECTEUR_ECOLE(false, Action.LIRE, Action.DEPOSER, Action.DECIDER, Action.CONSOMMER, Action.TENIR_LIVRET),

	/** Secretariat: hands in files, does not confirm what destroys (R003). */
	GESTIONNAIRE(false, Action.LIRE, Action.DEPOSER),

	/** Local administrator of the ENT: reads only (R005). */
	ADMIN_ENT(false, Action.LIRE, Action.CONSOMMER),

	/** Machine that reads the feeds, and nothing of deposits (R008). */
	CONSOMMATEUR(false, Action.CONSOMMER);

	private final boolean sansListe;

	private final Set<Action> actions;

	Role(boolean sansListe, Action... actions) {
		this.sansListe = sansListe;
		this.actions = EnumSet.copyOf(Arrays.asList(actions));
	}

	boolean permet(Action action) {
		return this.actions.contains(action);
	}

	/** Whether an account without any school written down sees all of them. */
	boolean voitToutSansListe() {
		return this.sansListe;
	}

	/** Whether the account belongs to one or several schools, and must name them. */
	boolean estDEtablissement() {
		return !this.sansListe && this != CONSOMMATEUR;
	}

	/** The name on the wire and in the database: {@code chef-etablissement}. */
	public String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	public static Optional<Role> lire(String code) {
		return Arrays.stream(values()).filter((role) -> role.code().equals(code)).findFirst();
	}

}

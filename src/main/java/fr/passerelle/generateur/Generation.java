package fr.passerelle.generateur;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Clock;

/** The command {@code generer}. */
public final class Generation {

	private static final int REUSSI = 0;

	private static final int EN_ECHEC = 1;

	private static final int USAGE = 2;

	private Generation() {
	}

	/** As {@link #commande(String[], Clock, PrintStream, PrintStream)}, today. */
	public static int commande(String[] args, PrintStream sortie, PrintStream erreurs) {
		return commande(args, Clock.systemDefaultZone(), sortie, erreurs);
	}

	/**
	 * Runs the command with the words that follow its name: 0 when written, 1 when the
	 * folder cannot be written, 2 when the words are wrong.
	 */
	public static int commande(String[] args, Clock horloge, PrintStream sortie, PrintStream erreurs) {
		Options options;
		try {
			options = Options.lire(args, horloge);
		}
		catch (IllegalArgumentException ex) {
			erreurs.println("generer : " + ex.getMessage() + ".");
			erreurs.println(Options.USAGE);
			return USAGE;
		}
		return ecrire(options, sortie, erreurs);
	}

	private static int ecrire(Options options, PrintStream sortie, PrintStream erreurs) {
		try {
			Attendu attendu = new Academie(options.reglages()).ecrire(options.dossier());
			sortie.println("Académie inventée de " + attendu.etablissements().size() + " établissement(s) écrite dans "
					+ options.dossier() + " ; réponses attendues : attendu.json.");
			return REUSSI;
		}
		catch (UncheckedIOException ex) {
			erreurs.println("generer : impossible d'écrire dans " + options.dossier() + " ("
					+ ex.getCause().getMessage() + ").");
			return EN_ECHEC;
		}
	}

}

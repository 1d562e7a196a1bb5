package fr.passerelle.commande;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.OptionalInt;

import fr.passerelle.generateur.Generation;
import org.springframework.boot.logging.LoggingSystem;

/** The commands of the jar that end by themselves, without starting the hub. */
public final class Commandes {

	private Commandes() {
	}

	/**
	 * Runs the command that the first argument names.
	 * @return its exit code, or nothing when the arguments are for the hub
	 */
	public static OptionalInt executer(String[] args) {
		String commande = (args.length > 0) ? args[0] : "";
		if (!commande.equals("verifier") && !commande.equals("generer")) {
			return OptionalInt.empty();
		}
		LoggingSystem.get(Commandes.class.getClassLoader()).beforeInitialize();
		PrintStream sortie = utf8(System.out);
		PrintStream erreurs = utf8(System.err);
		String[] suite = Arrays.copyOfRange(args, 1, args.length);
		return OptionalInt.of(commande.equals("generer") ? Generation.commande(suite, sortie, erreurs)
				: new Verifier(sortie, erreurs, Clock.systemUTC()).executer(suite));
	}

	/** French sentences are written in UTF-8 whatever the locale of the machine. */
	private static PrintStream utf8(PrintStream flux) {
		return new PrintStream(flux, true, StandardCharsets.UTF_8);
	}

}

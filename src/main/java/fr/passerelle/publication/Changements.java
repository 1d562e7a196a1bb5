package fr.passerelle.publication;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The changes of the ENT directory, in one order for all consumers: whoever reads on from
 * the last cursor read misses none and needs nothing else.
 */
public interface Changements {

	/** Its name among the feeds, in the settings of consumers. */
	String FLUX = "evenement";

	/**
	 * The changes after a cursor.
	 * @param lecteur who reads
	 * @param depuis the last cursor read, 0 for the beginning
	 * @param uais schools, null for all
	 * @param taille how many at the most
	 * @throws CurseurOublie when they are no more kept
	 */
	Suite lire(Lecteur lecteur, long depuis, Set<String> uais, int taille);

	/**
	 * The directory as it is: first the cursor to go on from, then each object, all of
	 * one moment.
	 * @param uais schools, null for all
	 */
	void instantane(Lecteur lecteur, Set<String> uais, Consumer<Object> suite);

	/** How far each consumer has read. */
	List<Avancement> lecteurs();

	/** The cursor of the last change. */
	long dernier();

	/** The last cursor that a reader has read, if it ever read. */
	Optional<Long> lu(String lecteur);

	/** Notes that a reader has read up to a cursor. */
	void noter(String lecteur, long curseur);

	/**
	 * The schools that changed after a cursor, a few lots of changes at a time: for a
	 * reader of the hub's own, who reads what they became elsewhere.
	 * @param uais schools, null for all
	 * @throws CurseurOublie when the changes are no more kept
	 */
	Touches touches(long depuis, Set<String> uais);

	/**
	 * Who reads.
	 *
	 * @param nom the consumer whose progress is kept, null for a person
	 * @param champs reserved fields given to it, by type ({@code personne.ine})
	 */
	record Lecteur(String nom, Set<String> champs) {
	}

	/**
	 * A page.
	 *
	 * @param curseur where to go on from
	 * @param retard how many changes are still to be read, those of other schools
	 * included
	 */
	record Suite(List<Changement> elements, long curseur, long retard) {
	}

	/**
	 * One change: the object as it is now, not as it was then.
	 *
	 * @param operation {@code CREER}, {@code MODIFIER}, {@code SUPPRIMER}, {@code CLE}
	 * (same object, known in its source under another key) or {@code RECHARGER} (too many
	 * at once: read all objects of this type of this school again)
	 * @param valeurs null for what is no more there
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Changement(long curseur, Instant le, String uai, int anneeScolaire, String operation, String type,
			String identifiant, Map<String, Object> valeurs) {
	}

	/**
	 * Schools that changed.
	 *
	 * @param curseur where to go on from
	 * @param reste whether others changed after it
	 */
	record Touches(Set<String> uais, long curseur, boolean reste) {
	}

	/** An object of a snapshot. */
	record Objet(String uai, int anneeScolaire, String type, String identifiant, Map<String, Object> valeurs) {
	}

	/** The first line of a snapshot. */
	record Debut(long curseur) {
	}

	/** How far a consumer has read, and how many changes came since. */
	record Avancement(String consommateur, long curseur, long retard, Instant luLe) {
	}

	/** These changes are no more kept: a snapshot is needed. */
	class CurseurOublie extends RuntimeException {

		private final long oublie;

		public CurseurOublie(long oublie) {
			super("changes up to " + oublie + " are no more kept", null, false, false);
			this.oublie = oublie;
		}

		/** The last one that is no more kept. */
		public long oublie() {
			return this.oublie;
		}

	}

}

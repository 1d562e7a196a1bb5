package fr.passerelle.publication;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes the files of one feed: all that a feed has of its own. Called inside a
 * transaction that sees one moment of the stores.
 */
public interface Redaction {

	/** Name of the feed, of its folder in outbox/flux/ and in the addresses. */
	String flux();

	/**
	 * Writes the plain files of a package.
	 * @param uais the schools to write, null for all
	 * @param dossier an empty folder of its own
	 */
	default Contenu rediger(Consommateur consommateur, Set<String> uais, Path dossier) {
		throw new UnsupportedOperationException("the feed " + flux() + " writes parcels");
	}

	/** What its packages are sent as. */
	default ArchiveFormat archive() {
		return ArchiveFormat.ZIP;
	}

	/**
	 * Packs the files of a package, where the feed has archives of its own.
	 * @param dossier the plain files
	 * @param vers an empty folder; what is written in it goes beside the package
	 * @return what was written, the first being the archive to send; empty: one archive
	 * of everything in the format of {@link #archive()}, made by the hub
	 */
	default List<Path> emballer(Path dossier, Path vers) throws IOException {
		return List.of();
	}

	/**
	 * Checks at start that this consumer can be served.
	 * @throws fr.passerelle.noyau.ReglageFaux when it cannot
	 */
	default void exiger(Consommateur consommateur) {
		// most feeds ask nothing more than what is common to all
	}

	/**
	 * The parcels of one publication, in the order to make them, at least one. Each is a
	 * package of its own, judged on its own, whose name ends in that of the parcel. Most
	 * feeds have one, without a name.
	 */
	default List<String> parcelles(Consommateur consommateur, Set<String> uais) {
		return List.of("");
	}

	/** Writes the plain files of one parcel. */
	default Contenu rediger(Commande commande) {
		return rediger(commande.consommateur(), commande.uais(), commande.dossier());
	}

	/**
	 * A package to write.
	 *
	 * @param paquet its name
	 * @param parcelle which of the {@link Redaction#parcelles} it is
	 * @param uais the schools to write, null for all
	 * @param dossier an empty folder of its own, beside the packages already published
	 * @param entier whether these are all the schools of the consumer
	 * @param confirme whether a person confirmed what would otherwise be held back (a
	 * mass change)
	 */
	record Commande(String paquet, String parcelle, Consommateur consommateur, Set<String> uais, Path dossier,
			boolean entier, boolean confirme) {

		/**
		 * The files of another package of this same publication: not shown yet either.
		 */
		public Path voisin(String autre) {
			return PaquetFiles.brouillon(this.dossier.getParent(), autre);
		}

	}

	/**
	 * What was written.
	 *
	 * @param uais schools that have something in it
	 * @param comptes how many of each kind of record
	 * @param ecartes what was left out, by identifier, and why
	 * @param fautes why it must not be published, in French; empty: valid
	 */
	record Contenu(Set<String> uais, Map<String, Long> comptes, List<Ecarte> ecartes, List<String> fautes) {
	}

	/** A record that is not given, or what has to be known of one that is. */
	record Ecarte(String uai, String eleve, String objet, String motif) {
	}

}

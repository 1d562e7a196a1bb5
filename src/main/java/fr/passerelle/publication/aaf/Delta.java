package fr.passerelle.publication.aaf;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What makes one complete of another: both are read side by side in the order of their
 * identifiers, two records in memory at a time.
 */
final class Delta {

	private final Path avant;

	private final Path maintenant;

	private final Map<String, Long> comptes = new TreeMap<>();

	Delta(Path avant, Path maintenant) {
		this.avant = avant;
		this.maintenant = maintenant;
	}

	/** Writes the requests of a category. */
	void ecrire(Categorie categorie, RequetesWriter sortie) {
		try (Suite anciens = new Suite(NomDeFichier.liste(this.avant, categorie.nom()));
				Suite nouveaux = new Suite(NomDeFichier.liste(this.maintenant, categorie.nom()))) {
			while (anciens.requete() != null || nouveaux.requete() != null) {
				int ordre = ordre(anciens.requete(), nouveaux.requete());
				if (ordre < 0) {
					sortie.supprimer(anciens.requete().id());
				}
				else if (ordre > 0) {
					Requete nouveau = nouveaux.requete();
					sortie.ajouter(nouveau.id(), List.copyOf(nouveau.attributs().values()));
				}
				else {
					comparer(anciens.requete(), nouveaux.requete(), sortie);
				}
				anciens.avancer(ordre <= 0);
				nouveaux.avancer(ordre >= 0);
			}
		}
		this.comptes.put(categorie.nom(), sortie.nombre());
	}

	/** How many requests of each category. */
	Map<String, Long> comptes() {
		return this.comptes;
	}

	private static void comparer(Requete ancien, Requete nouveau, RequetesWriter sortie) {
		Map<String, List<String>> changements = new LinkedHashMap<>();
		nouveau.attributs().forEach((attribut, valeurs) -> {
			if (!valeurs.equals(ancien.attributs().get(attribut))) {
				changements.put(attribut, valeurs);
			}
		});
		if (!changements.isEmpty()) {
			sortie.modifier(nouveau.id(), changements);
		}
	}

	private static int ordre(Requete ancien, Requete nouveau) {
		if (ancien == null || nouveau == null) {
			return (ancien == null) ? 1 : -1;
		}
		return Ids.ORDRE.compare(ancien.id(), nouveau.id());
	}

	/** The requests of several files, one at a time. */
	private static final class Suite implements AutoCloseable {

		private final List<Path> fichiers;

		private int rang;

		private RequetesReader lecture;

		private Requete requete;

		Suite(List<Path> fichiers) {
			this.fichiers = fichiers;
			avancer(true);
		}

		/** The present one, null after the last. */
		Requete requete() {
			return this.requete;
		}

		void avancer(boolean vraiment) {
			if (!vraiment) {
				return;
			}
			this.requete = (this.lecture != null) ? this.lecture.suivante() : null;
			while (this.requete == null && this.rang < this.fichiers.size()) {
				close();
				this.lecture = new RequetesReader(this.fichiers.get(this.rang++));
				this.requete = this.lecture.suivante();
			}
		}

		@Override
		public void close() {
			if (this.lecture != null) {
				this.lecture.close();
			}
		}

	}

}

package fr.passerelle.publication.aaf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import fr.passerelle.noyau.Constat;

/**
 * The gate of a complete. It reads the files that were written, as importers do, and
 * finds what stops them or what they lose without a word (aaf.md, sections 4, 7 and 9).
 * Categories are read in the order of the mappings: what names something comes after it.
 */
final class Controle {

	private final List<Categorie> categories;

	private final int parFichier;

	private final Fautes fautes = new Fautes();

	private final Annuaire annuaire = new Annuaire();

	private final Map<String, Long> comptes = new TreeMap<>();

	Controle(List<Categorie> categories, int parFichier) {
		this.categories = List.copyOf(categories);
		this.parFichier = parFichier;
	}

	/** Reads a whole parcel. */
	Controle lire(Path dossier) {
		verifierFichiers(dossier);
		for (Categorie categorie : this.categories) {
			lire(NomDeFichier.liste(dossier, categorie.nom()), categorie);
		}
		if (this.annuaire.uais().isEmpty() && this.fautes.aucune()) {
			this.fautes.ajouter(Constat.de("AAF_VIDE"));
		}
		return this;
	}

	/** Finds the schools that lost too much since the last complete of the same kind. */
	Controle comparer(Map<String, Map<String, Long>> avant, Set<String> uais, AafSettings.Disparition limite) {
		avant.forEach((uai, effectifs) -> {
			if (uais == null || uais.contains(uai)) {
				effectifs.forEach((categorie, nombre) -> {
					long maintenant = effectifs().getOrDefault(uai, Map.of()).getOrDefault(categorie, 0L);
					if (limite.excessive(nombre, maintenant)) {
						this.fautes.ajouter(Constat.de("AAF_DISPARITION", "uai", uai, "categorie", categorie, "avant",
								Long.toString(nombre), "maintenant", Long.toString(maintenant)));
					}
				});
			}
		});
		return this;
	}

	Fautes fautes() {
		return this.fautes;
	}

	/** How many records of each category. */
	Map<String, Long> comptes() {
		return this.comptes;
	}

	/** How many persons of each category each school has. */
	Map<String, Map<String, Long>> effectifs() {
		return this.annuaire.effectifs();
	}

	/** Codes of the schools. */
	Set<String> uais() {
		return this.annuaire.uais();
	}

	private void verifierFichiers(Path dossier) {
		if (!Files.isRegularFile(dossier.resolve(NomDeFichier.DTD))) {
			this.fautes.ajouter(Constat.de("AAF_DTD", "fichier", NomDeFichier.DTD));
		}
		Set<String> connues = new HashSet<>(this.categories.stream().map(Categorie::nom).toList());
		for (Path fichier : NomDeFichier.tous(dossier)) {
			String nom = fichier.getFileName().toString();
			if (!nom.equals(NomDeFichier.DTD) && !connues.contains(NomDeFichier.categorie(fichier))) {
				this.fautes.ajouter(Constat.de("AAF_FICHIER", "fichier", nom));
			}
		}
		for (String categorie : connues) {
			if (NomDeFichier.liste(dossier, categorie).isEmpty()) {
				this.fautes.ajouter(Constat.de("AAF_FICHIER", "fichier", categorie));
			}
		}
	}

	private void lire(List<Path> fichiers, Categorie categorie) {
		String precedent = "";
		for (Path fichier : fichiers) {
			EnregistrementControle controle = new EnregistrementControle(fichier.getFileName().toString(), categorie,
					this.annuaire, this.fautes);
			try (RequetesReader requetes = new RequetesReader(fichier)) {
				long nombre = 0;
				for (Requete requete = requetes.suivante(); requete != null; requete = requetes.suivante()) {
					controle.verifier(requete, precedent);
					precedent = requete.id();
					nombre++;
				}
				controle.exiger(nombre <= this.parFichier, "AAF_FICHIER", "");
				this.comptes.merge(categorie.nom(), nombre, Long::sum);
			}
			catch (LectureFausse ex) {
				this.fautes.ajouter(ex.constat());
			}
		}
	}

}

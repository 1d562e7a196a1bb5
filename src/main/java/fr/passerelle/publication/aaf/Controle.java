package fr.passerelle.publication.aaf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import fr.passerelle.noyau.Constat;
import fr.passerelle.publication.aaf.Requete.Nature;

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

	/** Judges the records of one file. */
	private record EnregistrementControle(String fichier, Categorie categorie, Annuaire annuaire, Fautes fautes) {

		void verifier(Requete requete, String precedent) {
			String id = requete.id();
			exiger(requete.nature() == Nature.AJOUTE && requete.operation().equals(this.categorie.operation())
					&& requete.valeur().equals(this.categorie.valeur()), "AAF_OPERATION", id);
			exiger(Ids.ORDRE.compare(precedent, id) < 0, "AAF_IDENTIFIANT", id);
			exiger(List.of(id).equals(requete.attributs().get(this.categorie.jointure())), "AAF_JOINTURE", id);
			verifierNoms(requete);
			if (Jeton.CODE.accepte(id) && (!estNumerique() || Jeton.NUMERO.accepte(id))) {
				List<String> uai = requete.attributs().getOrDefault(this.categorie.uai(), List.of());
				this.annuaire.declarer(this.categorie.definit(), id, uai.isEmpty() ? "" : uai.get(0));
			}
			this.categorie.formes()
				.values()
				.forEach((forme) -> new AttributControle(this, forme, id)
					.verifier(requete.attributs().getOrDefault(forme.attribut(), List.of())));
			requete.attributs()
				.getOrDefault(this.categorie.effectif(), List.of())
				.stream()
				.map((valeur) -> valeur.split("\\$", 2)[0])
				.distinct()
				.forEach((etablissement) -> this.annuaire.compter(etablissement, this.categorie.nom()));
		}

		void exiger(boolean vrai, String code, String id) {
			exiger(vrai, code, id, "");
		}

		void exiger(boolean vrai, String code, String id, String attribut) {
			if (!vrai) {
				this.fautes.ajouter(Constat.de(code, "fichier", this.fichier, "identifiant", id, "attribut", attribut));
			}
		}

		/**
		 * All attributes are there, in their order, and no other: a new one stops
		 * importers.
		 */
		private void verifierNoms(Requete requete) {
			for (String attribut : requete.attributs().keySet()) {
				exiger(this.categorie.formes().containsKey(attribut), "AAF_ATTRIBUT_INCONNU", requete.id(), attribut);
			}
			for (String attribut : this.categorie.formes().keySet()) {
				exiger(requete.attributs().containsKey(attribut), "AAF_ATTRIBUT_ABSENT", requete.id(), attribut);
			}
		}

		private boolean estNumerique() {
			return this.categorie.formes().values().iterator().next().jetons().contains(Jeton.NUMERO);
		}

	}

	/** Judges the values of one attribute of one record. */
	private record AttributControle(EnregistrementControle ou, Forme forme, String id) {

		void verifier(List<String> valeurs) {
			exiger(valeurs.size() >= this.forme.min() && valeurs.size() <= this.forme.max(), "AAF_NOMBRE");
			exiger(valeurs.size() < 2 || new HashSet<>(valeurs).size() == valeurs.size(), "AAF_REPETITION");
			valeurs.forEach(this::verifier);
		}

		private void verifier(String valeur) {
			List<String> jetons = this.forme.couper(valeur);
			if (!this.forme.admet(jetons.size())) {
				exiger(false, "AAF_JETONS");
				return;
			}
			String etablissement = (this.forme.jeton(0) == Jeton.ETABLISSEMENT) ? jetons.get(0) : this.id;
			for (int place = 0; place < jetons.size(); place++) {
				verifier(this.forme.jeton(place), jetons.get(place), etablissement, place == 0 && this.forme.declare());
			}
		}

		private void verifier(Jeton jeton, String valeur, String etablissement, boolean declare) {
			if (!jeton.accepte(valeur)) {
				exiger(false, (jeton == Jeton.UAI) ? "AAF_UAI" : "AAF_VALEUR");
			}
			else if (declare) {
				exiger(this.ou.annuaire().declarer(jeton, valeur, etablissement), "AAF_REPETITION");
			}
			else if (jeton.estUneReference()) {
				exiger(this.ou.annuaire().connait(jeton, valeur, etablissement), "AAF_REFERENCE");
			}
		}

		private void exiger(boolean vrai, String code) {
			this.ou.exiger(vrai, code, this.id, this.forme.attribut());
		}

	}

}

package fr.passerelle.publication.aaf;

import java.util.List;

import fr.passerelle.noyau.Constat;
import fr.passerelle.publication.aaf.Requete.Nature;

/** Judges the records of one file. */
record EnregistrementControle(String fichier, Categorie categorie, Annuaire annuaire, Fautes fautes) {

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
		exiger(this.categorie.paralleles()
			.stream()
			.map((attribut) -> requete.attributs().getOrDefault(attribut, List.of()).size())
			.distinct()
			.count() < 2, "AAF_PARALLELES", id, String.join(", ", this.categorie.paralleles()));
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
	 * All attributes are there, in their order, and no other: a new one stops importers.
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

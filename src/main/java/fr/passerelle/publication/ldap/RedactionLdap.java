package fr.passerelle.publication.ldap;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import fr.passerelle.catalogue.Catalogue;
import fr.passerelle.noyau.Constat;
import fr.passerelle.publication.Consommateur;
import fr.passerelle.publication.Redaction;

import org.springframework.stereotype.Component;

/** The directory as one LDIF file of whole entries (ent-directory.md, part A). */
@Component
class RedactionLdap implements Redaction {

	/** Its name among the feeds. */
	static final String FLUX = "ldap";

	private final Rendu rendu;

	private final Entrees entrees;

	private final Modeles modeles;

	private final Annuaires annuaires;

	private final Catalogue catalogue;

	RedactionLdap(Rendu rendu, Entrees entrees, Modeles modeles, Annuaires annuaires, Catalogue catalogue) {
		this.rendu = rendu;
		this.entrees = entrees;
		this.modeles = modeles;
		this.annuaires = annuaires;
		this.catalogue = catalogue;
	}

	@Override
	public String flux() {
		return FLUX;
	}

	@Override
	public void exiger(Consommateur consommateur) {
		consommateur.exigerChamps(this.modeles.reserves());
	}

	@Override
	public Contenu rediger(Consommateur consommateur, Set<String> uais, Path dossier) {
		Nommage nommage = this.annuaires.nommage(consommateur.nom());
		Path fichier = dossier.resolve("annuaire.ldif");
		this.rendu.rendre(nommage, uais, consommateur.champs());
		Map<String, Long> comptes = ecrire(fichier, nommage);
		List<Constat> fautes = new ArrayList<>(new Controle(this.modeles).lire(fichier));
		Set<String> ecoles = this.entrees.uais();
		if (ecoles.isEmpty()) {
			fautes.add(Constat.de("LDAP_AUCUN"));
		}
		return new Contenu(ecoles, comptes, ecartes(), fautes.stream().map(this::phrase).toList());
	}

	private Map<String, Long> ecrire(Path fichier, Nommage nommage) {
		try (LdifWriter sortie = new LdifWriter(fichier, nommage)) {
			this.entrees.toutes(sortie::ajouter);
			return sortie.comptes();
		}
	}

	private List<Ecarte> ecartes() {
		return this.entrees.ecarts()
			.stream()
			.map((ecart) -> new Ecarte(ecart.uai(), ecart.identifiant(), ecart.objet(),
					phrase(Constat.de(ecart.code()))))
			.toList();
	}

	private String phrase(Constat constat) {
		return this.catalogue.texte(constat).titre();
	}

}

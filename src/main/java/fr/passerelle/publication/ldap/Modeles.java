package fr.passerelle.publication.ldap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import fr.passerelle.mapping.Mappings;
import fr.passerelle.mapping.SqlFile;

import org.springframework.stereotype.Component;

/** The sorts of entries of {@code mappings/flux/ldap}, in order. */
@Component("modelesLdap")
class Modeles {

	private final List<String> avant;

	private final Map<String, Modele> parNom = new LinkedHashMap<>();

	Modeles(Mappings mappings) {
		List<String> preparation = new ArrayList<>();
		for (SqlFile fichier : mappings.sql("flux/ldap")) {
			if (fichier.trouver("moment").isPresent()) {
				preparation.add(fichier.sql());
			}
			else {
				Modele modele = Modele.lire(fichier, this.parNom.size());
				this.parNom.put(modele.nom(), modele);
			}
		}
		this.avant = List.copyOf(preparation);
	}

	/** What is made ready before the queries. */
	List<String> avant() {
		return this.avant;
	}

	List<Modele> tous() {
		return List.copyOf(this.parNom.values());
	}

	Modele modele(String nom) {
		return this.parNom.get(nom);
	}

	List<Modele> de(Branche branche) {
		return tous().stream().filter((modele) -> modele.branche() == branche).toList();
	}

	/** Fields that a consumer may be given. */
	Set<String> reserves() {
		Set<String> reserves = new TreeSet<>();
		tous().forEach((modele) -> reserves.addAll(modele.reserve()));
		return reserves;
	}

	/** What is taken, in this branch, from who is no more to be given. */
	Set<String> depart(Branche branche) {
		Set<String> depart = new LinkedHashSet<>();
		de(branche).forEach((modele) -> depart.addAll(modele.depart()));
		return depart;
	}

}

package fr.passerelle.publication.ldap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import fr.passerelle.publication.Publications;

import org.springframework.stereotype.Component;

/** The consumers that have a directory server. */
@Component("abonnesLdap")
class Abonnes {

	private final Map<String, Abonne> parNom = new LinkedHashMap<>();

	Abonnes(Annuaires annuaires, Publications publications) {
		annuaires.tous().forEach((annuaire) -> {
			String nom = annuaire.consommateur();
			this.parNom.put(nom, new Abonne(
					publications.consommateur(RedactionLdap.FLUX, nom)
						.orElseThrow(() -> new LdapFaux(nom,
								"passerelle.consommateurs n'a pas de consommateur de ce nom, de flux « ldap »")),
					annuaire, annuaires.nommage(nom)));
		});
	}

	List<Abonne> tous() {
		return List.copyOf(this.parNom.values());
	}

	Optional<Abonne> trouver(String nom) {
		return Optional.ofNullable(this.parNom.get(nom));
	}

}

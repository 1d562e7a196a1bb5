package fr.passerelle.publication;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.scheduling.support.CronExpression;

/** The consumers of the settings, checked at start; each feed has one at the least. */
final class Consommateurs {

	private static final String DOSSIER = "dossier";

	private final List<Consommateur> reglages;

	/**
	 * Checks the settings.
	 * @param flux the feeds there are
	 * @param serveurs the names of the servers that the settings give
	 * @throws ConsommateurFaux when one of them cannot be served
	 */
	Consommateurs(List<Consommateur> reglages, Set<String> flux, Set<String> serveurs) {
		this.reglages = List.copyOf(reglages);
		Set<String> vus = new HashSet<>();
		for (Consommateur consommateur : this.reglages) {
			String nom = String.valueOf(consommateur.nom());
			exiger(nom.matches("[a-z0-9][a-z0-9-]{0,40}"), nom, "« nom » s'écrit en minuscules, chiffres et tirets");
			exiger(flux.contains(consommateur.flux()), nom, "flux inconnu « " + consommateur.flux() + " ». Connus : "
					+ String.join(", ", flux.stream().sorted().toList()));
			exigerCanal(consommateur, serveurs);
			exiger(consommateur.planification().isEmpty()
					|| CronExpression.isValidExpression(consommateur.planification()), nom,
					"« planification » est une expression cron de six champs : « 0 30 2 * * * »");
			exiger(vus.add(consommateur.flux() + " " + nom), nom, "ce nom est donné deux fois pour le même flux");
		}
	}

	/** Those of a feed: the settings', else the one by default. */
	List<Consommateur> de(String flux) {
		List<Consommateur> siens = this.reglages.stream().filter((c) -> c.flux().equals(flux)).toList();
		return siens.isEmpty() ? List.of(Consommateur.parDefaut(flux)) : siens;
	}

	Optional<Consommateur> trouver(String flux, String nom) {
		return de(flux).stream().filter((c) -> c.nom().equals(nom)).findFirst();
	}

	private static void exigerCanal(Consommateur consommateur, Set<String> serveurs) {
		Optional<String> serveur = consommateur.serveur();
		exiger(serveur.isPresent() || consommateur.canal().equals(DOSSIER), consommateur.nom(), "canal inconnu « "
				+ consommateur.canal() + " ». « canal » est « dossier », « sftp:serveur » ou « sftp:serveur/dossier »");
		exiger(serveur.isEmpty() || serveurs.contains(serveur.get()), consommateur.nom(),
				"« canal » nomme le serveur « " + serveur.orElse("") + " », absent de passerelle.canaux.sftp. Donnés : "
						+ String.join(", ", serveurs.stream().sorted().toList()));
		exiger(serveur.isEmpty() || !consommateur.flux().equals(Changements.FLUX), consommateur.nom(),
				"le flux « " + consommateur.flux() + " » n'a pas de paquet à remettre : « canal » est « dossier »");
	}

	private static void exiger(boolean vrai, String nom, String phrase) {
		if (!vrai) {
			throw new ConsommateurFaux(nom, phrase);
		}
	}

}

package fr.passerelle.publication;

import java.time.Clock;
import java.util.function.Predicate;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.transaction.support.TransactionTemplate;

/**
 * Shows the packages whose hour has come. The ledger knows a package before anybody sees
 * it: what dies in between is shown by the next turn.
 */
final class Vitrine {

	private static final Logger LOG = LoggerFactory.getLogger(Vitrine.class);

	private final Consommateurs consommateurs;

	private final Paquets paquets;

	private final PaquetFiles fichiers;

	private final Remises remises;

	private final TransactionTemplate unTour;

	private final Clock horloge;

	Vitrine(Consommateurs consommateurs, Paquets paquets, PaquetFiles fichiers, Remises remises,
			TransactionTemplate unTour, Clock horloge) {
		this.consommateurs = consommateurs;
		this.paquets = paquets;
		this.fichiers = fichiers;
		this.remises = remises;
		this.unTour = unTour;
		this.horloge = horloge;
	}

	/** Shows those of a feed that are due. */
	void montrer(String flux) {
		montrer(flux, (paquet) -> true);
	}

	/** Shows those of a consumer only: whoever publishes for one waits for no other. */
	void montrer(Consommateur consommateur) {
		montrer(consommateur.flux(), (paquet) -> paquet.consommateur().equals(consommateur.nom()));
	}

	private void montrer(String flux, Predicate<Paquet> choix) {
		this.paquets.aMontrer(flux, this.horloge.instant()).stream().filter(choix).forEach(this::montrer);
	}

	/** Unless a later state is shown already. */
	private void montrer(Paquet paquet) {
		this.unTour.executeWithoutResult((etat) -> {
			this.paquets.unALaFois(paquet.flux(), paquet.consommateur());
			if (this.paquets.marquerMontre(paquet, this.horloge.instant())) {
				envoyer(paquet);
				this.fichiers.montrer(this.paquets.trouver(paquet.flux(), paquet.paquet()).orElseThrow());
				LOG.info("package {} of {} for {}: published", paquet.paquet(), paquet.flux(), paquet.consommateur());
			}
			else if (this.paquets.marquerDepasse(paquet)) {
				this.fichiers.oublier(paquet);
				LOG.info("package {} of {} for {}: a later one is shown", paquet.paquet(), paquet.flux(),
						paquet.consommateur());
			}
		});
	}

	/** What is of a part of the schools only is not for the consumer's server. */
	private void envoyer(Paquet paquet) {
		if (paquet.entier() && this.consommateurs.trouver(paquet.flux(), paquet.consommateur())
			.flatMap(Consommateur::serveur)
			.isPresent()) {
			this.remises.ajouter(paquet.paquet(), this.horloge.instant());
		}
	}

}

package fr.passerelle.publication.ldap;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done to one server in one turn: entries written and removed one after the
 * other, each noted once the server answered, and counted.
 */
final class Tour {

	private static final Logger LOG = LoggerFactory.getLogger(Tour.class);

	private final Abonne abonne;

	private final Serveur serveur;

	private final Registre registre;

	private final Instant instant;

	private final Set<String> retires;

	private final Map<Issue.Sorte, Long> comptes = new EnumMap<>(Issue.Sorte.class);

	/**
	 * @param retires attributes that the hub wrote and that are no more to be given
	 */
	Tour(Abonne abonne, Serveur serveur, Registre registre, Instant instant, Set<String> retires) {
		this.abonne = abonne;
		this.serveur = serveur;
		this.registre = registre;
		this.instant = instant;
		this.retires = retires;
	}

	/**
	 * Writes an entry that is wanted.
	 * @param aNoter whether the ledger does not know it as it is
	 */
	void ecrire(EntreeLue entree, Existante existante, boolean aNoter) {
		Issue issue = this.serveur.ecrire(entree, existante);
		compter(issue.sorte());
		dire(entree.dn(), issue);
		if (aNoter || issue.refusee()) {
			this.registre.noter(this.abonne.nom(), entree, issue);
		}
	}

	/**
	 * Marks or removes an entry that is no more wanted: a person stays without profile
	 * for the delay of the settings, unless her school is no more contracted.
	 */
	void quitter(Partant partant, Existante existante, Duration conservation) {
		boolean finie = partant.modele().retireAussitot() || partant.estHorsContrat(this.abonne)
				|| conservation.isZero()
				|| partant.partiLe() != null && !partant.partiLe().plus(conservation).isAfter(this.instant);
		if (partant.partiLe() != null && !finie) {
			effacer(existante);
			return;
		}
		Issue issue = finie ? this.serveur.retirer(existante.dn())
				: this.serveur.marquerPartie(existante, partant.modele().branche(), this.retires);
		compter(issue.sorte());
		dire(existante.dn(), issue);
		this.registre.noter(this.abonne.nom(), partant, issue);
	}

	/** Takes from an entry that stays as it is what is no more to be given. */
	void effacer(Existante existante) {
		Issue issue = this.serveur.effacer(existante, this.retires);
		compter(issue.sorte());
		dire(existante.dn(), issue);
	}

	/** An entry that is not there any more. */
	void oublier(Partant partant) {
		this.registre.noter(this.abonne.nom(), partant, Issue.de(Issue.Sorte.RETIREE));
	}

	void retenir(long nombre) {
		if (nombre > 0) {
			this.comptes.merge(Issue.Sorte.RETENUE, nombre, Long::sum);
			LOG.warn("LDAP {}: {} entries would go at once, held back", this.abonne.nom(), nombre);
		}
	}

	private void compter(Issue.Sorte sorte) {
		this.comptes.merge(sorte, 1L, Long::sum);
	}

	/** The name of an entry has no name of a person in it. */
	private void dire(String dn, Issue issue) {
		if (issue.refusee()) {
			LOG.warn("LDAP {}: {} refused, {} {}", this.abonne.nom(), dn, issue.refus(), issue.detail());
		}
	}

	/** How many of each, zeros included. */
	Map<String, Long> comptes() {
		Map<String, Long> comptes = new TreeMap<>();
		for (Issue.Sorte sorte : Issue.Sorte.values()) {
			comptes.put(sorte.nom(), this.comptes.getOrDefault(sorte, 0L));
		}
		return comptes;
	}

	long nombre(Issue.Sorte sorte) {
		return this.comptes.getOrDefault(sorte, 0L);
	}

}

package fr.passerelle.publication;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.support.CronExpression;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes packages and finds them again. A package is written out of sight, goes through
 * the gate, then is shown at once; one that is not valid is never shown: the last good
 * one stays, and the ledger says why.
 */
@Service
public class Publications {

	private static final Logger LOG = LoggerFactory.getLogger(Publications.class);

	private static final String PLANIFICATION = "planification";

	/** More than anybody reads; how many there are is always said. */
	private static final int MAX_ECARTES = 1_000;

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")
		.withZone(ZoneOffset.UTC);

	private final Map<String, Redaction> redactions;

	private final Consommateurs consommateurs;

	private final Paquets paquets;

	private final PaquetFiles fichiers;

	private final TransactionTemplate unMoment;

	private final Clock horloge;

	private final Instant debut;

	Publications(List<Redaction> redactions, PublicationSettings reglages, Paquets paquets, PaquetFiles fichiers,
			PlatformTransactionManager transactions, Clock horloge) {
		this.redactions = redactions.stream()
			.collect(Collectors.toMap(Redaction::flux, Function.identity(), (un, autre) -> un, TreeMap::new));
		this.consommateurs = new Consommateurs(reglages.consommateurs(), this.redactions.keySet());
		this.paquets = paquets;
		this.fichiers = fichiers;
		this.unMoment = new TransactionTemplate(transactions);
		this.unMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
		this.horloge = horloge;
		this.debut = horloge.instant();
	}

	/** Whether there is a feed of this name. */
	public boolean connait(String flux) {
		return this.redactions.containsKey(flux);
	}

	/** The consumer of this name, or, without a name, the first of the feed. */
	public Optional<Consommateur> consommateur(String flux, String nom) {
		return (nom != null) ? this.consommateurs.trouver(flux, nom) : this.consommateurs.de(flux).stream().findFirst();
	}

	/** The packages of a feed, the last one first. */
	public List<Paquet> lister(String flux) {
		return this.paquets.lister(flux);
	}

	public Optional<Paquet> trouver(String flux, String paquet) {
		return this.paquets.trouver(flux, paquet);
	}

	/** What this package is sent as. */
	public ArchiveFormat format(Paquet paquet) {
		return this.fichiers.format(paquet.flux());
	}

	/** The archive of a valid package. */
	public Path archive(Paquet paquet) {
		return this.fichiers.archive(paquet);
	}

	/**
	 * Makes a package now: where the feed has several parcels, all of them, of the same
	 * moment, the first being answered.
	 * @param uais schools asked for, null for all those of the consumer
	 * @param demandeur who asks
	 */
	public Paquet publier(Consommateur consommateur, Set<String> uais, String demandeur) {
		return this.unMoment.execute((etat) -> {
			this.paquets.unALaFois(consommateur.flux(), consommateur.nom());
			Instant instant = this.horloge.instant();
			Redaction redaction = this.redactions.get(consommateur.flux());
			Set<String> siens = consommateur.uais(uais);
			return redaction.parcelles(consommateur, siens)
				.stream()
				.map((parcelle) -> rediger(redaction, parcelle, consommateur, siens, demandeur, instant))
				.toList()
				.get(0);
		});
	}

	/** Makes the packages of a feed whose hour has come. */
	void planifiees(String flux) {
		for (Consommateur consommateur : this.consommateurs.de(flux)) {
			if (estDue(consommateur)) {
				publier(consommateur, null, PLANIFICATION);
			}
		}
	}

	private boolean estDue(Consommateur consommateur) {
		if (consommateur.planification().isEmpty()) {
			return false;
		}
		Instant depuis = this.paquets.dernier(consommateur.flux(), consommateur.nom(), PLANIFICATION)
			.orElse(this.debut);
		var prochaine = CronExpression.parse(consommateur.planification()).next(depuis.atZone(ZoneId.systemDefault()));
		return prochaine != null && !prochaine.toInstant().isAfter(this.horloge.instant());
	}

	private Paquet rediger(Redaction redaction, String parcelle, Consommateur consommateur, Set<String> uais,
			String demandeur, Instant instant) {
		String flux = consommateur.flux();
		String nom = MOMENT.format(instant) + "-" + this.paquets.numero() + (parcelle.isEmpty() ? "" : "-" + parcelle);
		Path brouillon = this.fichiers.brouillon(flux, consommateur.nom(), nom);
		Redaction.Contenu contenu = redaction
			.rediger(new Redaction.Commande(nom, parcelle, consommateur, uais, brouillon));
		boolean valide = contenu.fautes().isEmpty();
		Map<String, Long> comptes = new TreeMap<>(contenu.comptes());
		comptes.put("ecarte", Long.valueOf(contenu.ecartes().size()));
		PaquetFiles.Archive archive = valide ? this.fichiers.archiver(brouillon, flux, nom) : null;
		Paquet paquet = new Paquet(nom, flux, consommateur.nom(), instant, demandeur,
				contenu.uais().stream().sorted().toList(), valide, contenu.fautes(), comptes,
				contenu.ecartes().stream().limit(MAX_ECARTES).toList(),
				valide ? this.fichiers.archive(flux, nom) : null, valide ? archive.taille() : null,
				valide ? archive.empreinte() : null);
		this.paquets.ajouter(paquet);
		if (valide) {
			this.fichiers.montrer(paquet, brouillon, archive);
			LOG.info("package {} of {} for {} published", nom, flux, consommateur.nom());
		}
		else {
			LOG.warn(
					"package {} of {} for {} is not valid and was not published: {} reason(s), told in its description",
					nom, flux, consommateur.nom(), paquet.fautes().size());
			this.fichiers.refuser(paquet, brouillon);
		}
		return paquet;
	}

}

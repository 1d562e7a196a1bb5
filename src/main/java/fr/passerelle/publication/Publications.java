package fr.passerelle.publication;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.passerelle.canal.ServeursSftp;
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

	private final Vitrine vitrine;

	private final TransactionTemplate unMoment;

	private final Clock horloge;

	private final Instant debut;

	Publications(List<Redaction> redactions, PublicationSettings reglages, ServeursSftp serveurs, Paquets paquets,
			PaquetFiles fichiers, Remises remises, PlatformTransactionManager transactions, Clock horloge) {
		this.redactions = redactions.stream()
			.collect(Collectors.toMap(Redaction::flux, Function.identity(), (un, autre) -> un, TreeMap::new));
		this.consommateurs = new Consommateurs(reglages.consommateurs(),
				Stream.concat(this.redactions.keySet().stream(), Stream.of(Changements.FLUX))
					.collect(Collectors.toSet()),
				serveurs.noms());
		this.redactions.forEach((flux, redaction) -> this.consommateurs.de(flux).forEach(redaction::exiger));
		this.paquets = paquets;
		this.fichiers = fichiers;
		this.unMoment = new TransactionTemplate(transactions);
		this.unMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
		this.vitrine = new Vitrine(this.consommateurs, paquets, fichiers, remises,
				new TransactionTemplate(transactions), horloge);
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

	/**
	 * A page of the packages looked for, the last one first.
	 * @param page from 0
	 * @param taille how many on a page
	 */
	public List<Paquet> chercher(RecherchePaquets recherche, int page, int taille) {
		return this.paquets.chercher(recherche, page, taille);
	}

	/** How many packages are looked for, on all pages. */
	public long compter(RecherchePaquets recherche) {
		return this.paquets.compter(recherche);
	}

	/** The consumers of a feed. */
	public List<Consommateur> consommateurs(String flux) {
		return this.consommateurs.de(flux);
	}

	/** The consumers whose packages are put on a server, of all feeds. */
	List<Consommateur> consommateursAvecServeur() {
		return this.redactions.keySet()
			.stream()
			.flatMap((flux) -> this.consommateurs.de(flux).stream())
			.filter((consommateur) -> consommateur.serveur().isPresent())
			.toList();
	}

	/**
	 * The packages that were not published, of consumers who wait for them: of each
	 * parcel, the last one made, when it is not valid.
	 */
	List<Paquet> arretes() {
		return this.redactions.keySet()
			.stream()
			.flatMap((flux) -> this.paquets.derniers(flux).stream())
			.filter((paquet) -> !paquet.valide())
			.toList();
	}

	public Optional<Paquet> trouver(String flux, String paquet) {
		return this.paquets.trouver(flux, paquet);
	}

	/** A file that lies beside a valid package: one of its {@code archives}. */
	public Path archive(Paquet paquet, String nom) {
		return this.fichiers.archive(paquet, nom);
	}

	/**
	 * When a consumer sees at the latest what changes now: the next scheduled hour, and
	 * its delay. Nothing where packages are made on demand only.
	 */
	public Optional<Instant> effet(Consommateur consommateur) {
		return effet(consommateur, this.horloge.instant());
	}

	/** The same of what changed at this moment. */
	Optional<Instant> effet(Consommateur consommateur, Instant moment) {
		return prochaine(consommateur, moment).map((prise) -> visible(consommateur, prise));
	}

	/**
	 * Makes a package and shows it now, whatever the delay of its consumer: somebody
	 * asks. Where the feed has several parcels, all of them, of the same moment, the
	 * first being answered.
	 * @param uais schools asked for, null for all those of the consumer
	 * @param demandeur who asks
	 * @param confirme whether what is otherwise held back (a mass change) is to go
	 */
	public Paquet publier(Consommateur consommateur, Set<String> uais, String demandeur, boolean confirme) {
		return publierTout(consommateur, uais, demandeur, confirme).get(0);
	}

	/** Written and noted first, shown afterwards. */
	private List<Paquet> publierTout(Consommateur consommateur, Set<String> uais, String demandeur, boolean confirme) {
		this.vitrine.montrer(consommateur);
		List<Paquet> faits = this.unMoment.execute((etat) -> rediger(consommateur, uais, demandeur, confirme));
		this.vitrine.montrer(consommateur);
		return faits.stream()
			.map((paquet) -> this.paquets.trouver(paquet.flux(), paquet.paquet()).orElseThrow())
			.toList();
	}

	private List<Paquet> rediger(Consommateur consommateur, Set<String> uais, String demandeur, boolean confirme) {
		this.paquets.unALaFois(consommateur.flux(), consommateur.nom());
		this.fichiers.balayer(consommateur.flux(), consommateur.nom(),
				this.paquets.attendus(consommateur.flux(), consommateur.nom()));
		Instant instant = this.horloge.instant();
		Set<String> siens = consommateur.uais(uais);
		List<Paquet> faits = new ArrayList<>();
		for (String parcelle : this.redactions.get(consommateur.flux()).parcelles(consommateur, siens)) {
			String nom = MOMENT.format(instant) + "-" + this.paquets.numero()
					+ (parcelle.isEmpty() ? "" : "-" + parcelle);
			Path brouillon = this.fichiers.brouillon(consommateur.flux(), consommateur.nom(), nom);
			faits.add(rediger(new Redaction.Commande(nom, parcelle, consommateur, siens, brouillon,
					consommateur.recoitTout(uais), confirme), demandeur, instant));
		}
		return faits;
	}

	/** Makes the packages of a feed whose hour has come, and shows those that are due. */
	void planifiees(String flux) {
		for (Consommateur consommateur : this.consommateurs.de(flux)) {
			if (estDue(consommateur)) {
				publierTout(consommateur, null, PLANIFICATION, false).forEach(Publications::dire);
			}
		}
		this.vitrine.montrer(flux);
	}

	/** An alarm: nobody reads the description of a package that does not come. */
	private static void dire(Paquet paquet) {
		if (paquet.valide() && paquet.montreLe() == null) {
			LOG.info("package {} of {} for {}: kept until {}", paquet.paquet(), paquet.flux(), paquet.consommateur(),
					paquet.visibleLe());
		}
		else if (!paquet.valide()) {
			LOG.warn("package {} of {} for {}: not valid, not published", paquet.paquet(), paquet.flux(),
					paquet.consommateur());
		}
	}

	private boolean estDue(Consommateur consommateur) {
		Instant depuis = this.paquets.dernier(consommateur.flux(), consommateur.nom(), PLANIFICATION)
			.orElse(this.debut);
		return prochaine(consommateur, depuis).filter((heure) -> !heure.isAfter(this.horloge.instant())).isPresent();
	}

	private static Optional<Instant> prochaine(Consommateur consommateur, Instant depuis) {
		return Optional.of(consommateur.planification())
			.filter((cron) -> !cron.isEmpty())
			.map((cron) -> CronExpression.parse(cron).next(depuis.atZone(ZoneId.systemDefault())))
			.map(ZonedDateTime::toInstant);
	}

	/** Days of the calendar: week-ends and holidays count, a change of hour does not. */
	private static Instant visible(Consommateur consommateur, Instant prise) {
		return prise.atZone(ZoneId.systemDefault()).plusDays(consommateur.delaiJours()).toInstant();
	}

	private Paquet rediger(Redaction.Commande commande, String demandeur, Instant instant) {
		Consommateur consommateur = commande.consommateur();
		Redaction redaction = this.redactions.get(consommateur.flux());
		Redaction.Contenu contenu = redaction.rediger(commande);
		boolean valide = contenu.fautes().isEmpty();
		Map<String, Long> comptes = new TreeMap<>(contenu.comptes());
		comptes.put("ecarte", Long.valueOf(contenu.ecartes().size()));
		PaquetFiles.Archive archive = valide ? this.fichiers.archiver(commande.dossier(), commande.paquet(), redaction)
				: new PaquetFiles.Archive(List.of(), null, null);
		Instant visible = demandeur.equals(PLANIFICATION) ? visible(consommateur, instant) : instant;
		Paquet paquet = new Paquet(commande.paquet(), consommateur.flux(), consommateur.nom(), instant, demandeur,
				contenu.uais().stream().sorted().toList(), valide, contenu.fautes(), comptes,
				contenu.ecartes().stream().limit(MAX_ECARTES).toList(), valide ? archive.noms().get(0) : null,
				archive.taille(), archive.empreinte(), archive.noms(), commande.entier(), valide ? visible : null, null,
				null, null);
		this.paquets.ajouter(paquet);
		if (commande.entier()) {
			this.paquets.garderEcartes(paquet, contenu.ecartes());
		}
		if (!valide) {
			this.fichiers.refuser(paquet);
		}
		return paquet;
	}

}

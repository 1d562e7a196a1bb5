package fr.passerelle.publication.oneroster;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import fr.passerelle.catalogue.Catalogue;
import fr.passerelle.mapping.Mappings;
import fr.passerelle.noyau.Constat;
import fr.passerelle.publication.Consommateur;
import fr.passerelle.publication.Publications;
import fr.passerelle.publication.oneroster.InstantaneRows.Instantane;
import org.apache.commons.codec.digest.DigestUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What each consumer of the REST interface is shown: the rows of its package as objects,
 * made at its first call and again when the directory has changed. A page is read from
 * what was made, and costs what it holds.
 */
@Component("instantanesOneRoster")
public class Instantanes {

	/** The name of the feed, of its packages and of its REST interface. */
	public static final String FLUX = "oneroster";

	private static final Logger LOG = LoggerFactory.getLogger(Instantanes.class);

	/** Making them takes one part of the time in so many, however often files come. */
	private static final int PART = 10;

	private final InstantaneRows lignes;

	private final Enregistrements enregistrements;

	private final Etalage etalage;

	private final EtatEcoles etats;

	private final Publications publications;

	private final Catalogue catalogue;

	private final OneRosterSettings reglages;

	private final Clock horloge;

	private final TransactionTemplate unTour;

	private final TransactionTemplate unMoment;

	private final Map<String, Ressource> ressources = new LinkedHashMap<>();

	private final String requetes;

	Instantanes(InstantaneRows lignes, Enregistrements enregistrements, Etalage etalage, EtatEcoles etats,
			Publications publications, Catalogue catalogue, OneRosterSettings reglages, Mappings mappings,
			PlatformTransactionManager transactions, Clock horloge) {
		this.lignes = lignes;
		this.enregistrements = enregistrements;
		this.etalage = etalage;
		this.etats = etats;
		this.publications = publications;
		this.catalogue = catalogue;
		this.reglages = reglages;
		this.horloge = horloge;
		this.unMoment = new TransactionTemplate(transactions);
		this.unMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
		this.unMoment.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		this.unTour = new TransactionTemplate(transactions);
		mappings.sql("flux/oneroster-rest")
			.stream()
			.map(Ressource::lire)
			.forEach((r) -> this.ressources.put(r.type(), r));
		this.requetes = mappings.sql("flux/oneroster") + " " + this.ressources.values();
	}

	/** The kind of object of this name. */
	public Ressource ressource(String type) {
		return Optional.ofNullable(this.ressources.get(type)).orElseThrow();
	}

	/**
	 * Makes sure that this consumer has something of its contract to read, and notes that
	 * it reads.
	 * @param uais its schools, null for all
	 * @param parcours whether it asks for a page after the first
	 * @throws EnPreparation while somebody else makes it
	 * @throws IllegalStateException when nothing good can be made
	 */
	public Lecture ouvrir(Consommateur consommateur, Set<String> uais, boolean parcours) {
		Lecture lecture = new Lecture(consommateur, contrat(consommateur, uais));
		this.lignes.noterLecture(consommateur.nom(), parcours, this.horloge.instant());
		if (!sert(lecture) && !refaire(lecture, uais)) {
			throw new EnPreparation();
		}
		return lecture;
	}

	/** Why what some consumers read is not of the last state, by consumer. */
	Map<String, String> fautes() {
		return this.lignes.fautes();
	}

	private boolean sert(Lecture lecture) {
		Optional<Instantane> instantane = this.lignes.trouver(lecture.consommateur().nom())
			.filter((connu) -> connu.contrat().equals(lecture.contrat()));
		if (instantane.isPresent() && instantane.get().faitLe() == null) {
			throw new IllegalStateException(
					"nothing good to show to the OneRoster consumer " + lecture.consommateur().nom());
		}
		return instantane.isPresent();
	}

	/**
	 * What is shown is of the contract, at the very moment it is read: nodes whose
	 * settings differ for a while may not read each other's.
	 */
	private void exiger(Lecture lecture) {
		if (!sert(lecture)) {
			throw new EnPreparation();
		}
	}

	/** A page of what this consumer is shown, and how many there are at that moment. */
	@Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
	public Objets lister(Lecture lecture, Recherche recherche) {
		exiger(lecture);
		return this.lignes.lister(lecture.consommateur().nom(), recherche);
	}

	/**
	 * One object.
	 * @param cles the lists it must be in
	 */
	@Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
	public Optional<Objet> trouver(Lecture lecture, Ressource ressource, String id, List<String> cles) {
		exiger(lecture);
		return this.lignes.objet(lecture.consommateur().nom(), ressource.type(), id, cles);
	}

	/** Follows the directory, for those who still read; forgets the others. */
	public void rafraichir() {
		Instant instant = this.horloge.instant();
		this.lignes.oublier(instant.minus(this.reglages.conservation()));
		for (String nom : this.lignes.lecteurs()) {
			Optional<Consommateur> consommateur = this.publications.consommateur(FLUX, nom);
			Optional<Instantane> instantane = this.lignes.trouver(nom);
			if (consommateur.isPresent() && instantane.isPresent()) {
				suivre(consommateur.get(), instantane.get(), instant);
			}
		}
	}

	private void suivre(Consommateur consommateur, Instantane connu, Instant instant) {
		Lecture lecture = new Lecture(consommateur, contrat(consommateur, connu.uais()));
		boolean repose = !connu.tenteLe().plus(connu.duree().multipliedBy(PART)).isAfter(instant);
		if (repose && lecture.contrat().equals(connu.contrat())
				&& !connu.etat().equals(this.etats.de(connu.uais(), instant))) {
			refaire(lecture, connu.uais());
		}
	}

	/**
	 * Makes it from one moment of the directory; a faulty one is not shown, what was
	 * before stays.
	 * @return false when somebody else does
	 */
	private boolean refaire(Lecture lecture, Set<String> uais) {
		return Boolean.TRUE.equals(this.unTour.execute((tour) -> {
			// Held from before the moment is taken until after it is committed.
			boolean prise = this.lignes.prendre(lecture.consommateur().nom());
			if (prise) {
				this.unMoment
					.executeWithoutResult((moment) -> refaireIci(lecture.consommateur(), uais, lecture.contrat()));
			}
			return prise;
		}));
	}

	private void refaireIci(Consommateur consommateur, Set<String> uais, String contrat) {
		long debut = System.nanoTime();
		// What is shown and what is asked with dateLastModified is of the same
		// precision.
		Instant instant = this.horloge.instant().truncatedTo(ChronoUnit.MILLIS);
		String etat = this.etats.de(uais, instant);
		this.lignes.ouvrir(consommateur.nom(), contrat, uais, instant);
		String faute = faute(consommateur, uais, instant);
		if (faute == null) {
			this.lignes.remplacer(consommateur.nom(), ressources(consommateur), instant);
			this.lignes.oublierDisparus(consommateur.nom(), instant.minus(this.reglages.conservation()), instant);
		}
		else {
			LOG.warn("OneRoster objects of {} not renewed: {}", consommateur.nom(), faute);
		}
		this.lignes.noter(consommateur.nom(), etat, instant, Duration.ofNanos(System.nanoTime() - debut), faute);
	}

	/** Lays out the rows; why they cannot be shown, null when they can. */
	private String faute(Consommateur consommateur, Set<String> uais, Instant instant) {
		this.enregistrements.preparer(uais, instant);
		List<Fichier> fichiers = this.enregistrements.fichiers()
			.stream()
			.filter((fichier) -> fichier.estDonneA(consommateur.champs()))
			.toList();
		this.etalage.etaler(fichiers, consommateur.champs());
		List<Constat> fautes = new ArrayList<>(this.etalage.fautes(fichiers));
		if (this.enregistrements.uais().isEmpty() && !this.lignes.estVide(consommateur.nom())) {
			fautes.add(Constat.de("ONEROSTER_AUCUN"));
		}
		return fautes.isEmpty() ? null : this.catalogue.texte(fautes.get(0)).titre();
	}

	private List<Ressource> ressources(Consommateur consommateur) {
		return this.ressources.values()
			.stream()
			.filter((ressource) -> ressource.estDonneeA(consommateur.champs()))
			.toList();
	}

	private String contrat(Consommateur consommateur, Set<String> uais) {
		return DigestUtils
			.sha256Hex(((uais != null) ? new TreeSet<>(uais) : "*") + " " + consommateur.champs() + this.requetes);
	}

	/** A consumer who reads, and the digest of what it may read. */
	public record Lecture(Consommateur consommateur, String contrat) {
	}

	/** Somebody makes it now: to be asked again in a moment. */
	public static final class EnPreparation extends RuntimeException {

		EnPreparation() {
			super("being made", null, false, false);
		}

	}

}

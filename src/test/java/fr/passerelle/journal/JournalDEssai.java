package fr.passerelle.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

import javax.sql.DataSource;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import fr.passerelle.noyau.NumeroDepot;
import fr.passerelle.plateforme.MaisonDeTest;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger on a real database, at an hour that the test moves. */
class JournalDEssai {

	static final String UAI = "0009201B";

	static final String AUTRE = "0009101T";

	final HorlogeDEssai horloge = new HorlogeDEssai();

	final DataSource base = MaisonDeTest.baseMigree();

	final JdbcClient jdbc = JdbcClient.create(this.base);

	final ObjectMapper json = JsonMapper.builder().addModule(new JavaTimeModule()).build();

	final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(this.base));

	final Contenus contenus = new Contenus(MaisonDeTest.maisonNeuve().resolve("contenus"));

	private final JsonColumns colonnes = new JsonColumns(this.json);

	final Depots depots = new Depots(this.jdbc, this.colonnes);

	final Transitions transitions = new Transitions(this.jdbc, this.horloge);

	final MemesOctets memesOctets = new MemesOctets(this.jdbc, this.contenus);

	final Receptions receptions = new Receptions(this.jdbc, this.memesOctets, this.contenus, this.transitions,
			this.horloge);

	private final Fiches fiches = new Fiches(this.jdbc, this.colonnes);

	final Outbox outbox = new Outbox(this.jdbc, this.json);

	final Acheminement acheminement = new Acheminement(this.depots, this.transitions, this.outbox);

	final Remplacements remplacements = new Remplacements(this.jdbc, this.horloge);

	final ProjectionsDues projections = new ProjectionsDues(this.jdbc, this.outbox, this.horloge);

	final Decisions decisions = new Decisions(this.depots, this.transitions,
			new ComptesRendus(this.jdbc, this.colonnes, this.horloge), this.acheminement, this.jdbc);

	final Baux premier = baux("n1");

	Baux baux(String noeud) {
		return new Baux(this.jdbc, this.depots, this.transitions, this.horloge, new Noeud(noeud));
	}

	Prises prises(String noeud) {
		return new Prises(this.jdbc, this.receptions, this.horloge, new Noeud(noeud));
	}

	Veille veille() {
		return new Veille(this.depots, this.acheminement, this.premier, this.jdbc, this.horloge, Duration.ofDays(15),
				Duration.ofSeconds(30));
	}

	NumeroDepot recu(String empreinte) {
		return this.receptions.recevoir(reception(empreinte, null));
	}

	/** A file whose bytes are in the content store. */
	Reception reception(String empreinte, Set<String> perimetre) {
		Path contenu = this.contenus.chemin(empreinte);
		try {
			Files.createDirectories(contenu.getParent());
			Files.writeString(contenu, "octets");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return new Reception("f.zip", 12, empreinte, "http", "essai", null, perimetre, UAI, false);
	}

	NumeroDepot en(Etat... chemin) {
		NumeroDepot numero = recu("ee" + System.nanoTime());
		for (Etat etat : chemin) {
			this.transitions.passer(numero, etat, "essai", null);
		}
		return numero;
	}

	NumeroDepot depose(String uai, Instant pasAvant) {
		return depose(uai, "ELEGROUPE", 2025, null, pasAvant);
	}

	NumeroDepot depose(String uai, String flux, int annee, LocalDateTime horodatage, Instant pasAvant) {
		NumeroDepot numero = recu("ee" + System.nanoTime());
		this.fiches.decrire(numero, uai, flux, Integer.toString(annee), annee, horodatage);
		this.transaction
			.executeWithoutResult((tx) -> this.acheminement.deposer(numero, "essai", "Fichier déposé.", pasAvant));
		return numero;
	}

	List<Etat> etats(NumeroDepot numero) {
		return this.transitions.de(numero).stream().map(Transition::etat).toList();
	}

	/** A clock that goes on when told. */
	static final class HorlogeDEssai extends Clock {

		private Instant instant = Instant.parse("2025-10-01T08:00:00Z");

		void avancer(Duration duree) {
			this.instant = this.instant.plus(duree);
		}

		@Override
		public Instant instant() {
			return this.instant;
		}

		@Override
		public java.time.ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(java.time.ZoneId zone) {
			return this;
		}

	}

}

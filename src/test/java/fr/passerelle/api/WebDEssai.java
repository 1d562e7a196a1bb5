package fr.passerelle.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.nio.file.Files;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.sql.DataSource;

import fr.passerelle.calendrier.Calendriers;
import fr.passerelle.depot.FichierTropGrand;
import fr.passerelle.depot.Guichet;
import fr.passerelle.journal.CompteRendu;
import fr.passerelle.journal.ComptesRendus;
import fr.passerelle.journal.Contenus;
import fr.passerelle.journal.Etat;
import fr.passerelle.journal.Fiches;
import fr.passerelle.journal.Receptions;
import fr.passerelle.journal.Transitions;
import fr.passerelle.mapping.Mappings;
import fr.passerelle.noyau.NumeroDepot;
import fr.passerelle.plateforme.Acces;
import fr.passerelle.plateforme.Maison;
import fr.passerelle.plateforme.MaisonDeTest;
import fr.passerelle.route.TransientFailures;

import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.mockito.Mockito;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jms.artemis.ArtemisAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.InputStreamSource;

/**
 * The web side of the hub on a real ledger, without broker nor routes. The counter is
 * played: the bytes of a file say what its verdict is, as {@code etat uai flux}. Not
 * annotated as a configuration, so that no other test finds it.
 */
@EnableAutoConfiguration(exclude = { FlywayAutoConfiguration.class, ArtemisAutoConfiguration.class },
		excludeName = "org.apache.camel.spring.boot.CamelAutoConfiguration")
@Import(TransientFailures.class)
@ComponentScan(
		basePackages = { "fr.passerelle.journal", "fr.passerelle.securite", "fr.passerelle.api",
				"fr.passerelle.rapport", "fr.passerelle.console", "fr.passerelle.coherence", "fr.passerelle.lsu",
				"fr.passerelle.canal", "fr.passerelle.publication", "fr.passerelle.bilan", "fr.passerelle.mapping",
				"fr.passerelle.catalogue" },
		excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = "fr.passerelle.journal.OutboxRelay"))
public class WebDEssai {

	public static final Instant MAINTENANT = Instant.parse("2025-09-01T08:00:00Z");

	@Bean
	DataSource dataSource() {
		return MaisonDeTest.baseMigree();
	}

	@Bean
	Maison maison() {
		return new Maison(MaisonDeTest.maisonNeuve());
	}

	@Bean
	Path octets(Contenus contenus) throws IOException {
		Path octets = contenus.chemin(DepotsDEssai.EMPREINTE);
		Files.createDirectories(octets.getParent());
		return Files.writeString(octets, "octets");
	}

	@Bean
	Calendriers calendriers(Mappings mappings) {
		return Calendriers.lire(mappings);
	}

	@Bean
	CamelContext camel() {
		return new DefaultCamelContext();
	}

	@Bean
	Clock clock() {
		return Clock.fixed(MAINTENANT, ZoneOffset.UTC);
	}

	@Bean
	Acces acces() {
		Acces.Service aucun = new Acces.Service("", "", "");
		return new Acces(aucun, aucun, new Acces.Service("", "console", "mot-de-passe"), "la-cle");
	}

	@Bean
	DepotsDEssai depotsDEssai(Receptions receptions, Fiches fiches, Transitions transitions,
			ComptesRendus comptesRendus) {
		return new DepotsDEssai(receptions, fiches, transitions, comptesRendus);
	}

	@Bean
	Guichet guichet(DepotsDEssai depots) {
		VerdictsJoues joues = new VerdictsJoues(depots);
		return Mockito.mock(Guichet.class, (appel) -> joues.deposer(appel.getArgument(0), appel.getArgument(1),
				appel.getArgument(2), appel.getArgument(3), appel.getArgument(4), appel.getArgument(5)));
	}

	/** Plays the synchronous way of a file. */
	private record VerdictsJoues(DepotsDEssai depots) {

		NumeroDepot deposer(InputStreamSource contenu, String nom, String deposant, String uaiAnnonce,
				Set<String> autorisees, boolean confirme) {
			String[] mots = lire(contenu).split(" ");
			if (mots[0].equals("trop")) {
				throw new FichierTropGrand(1);
			}
			NumeroDepot numero = this.depots.recu(nom, deposant, autorisees, uaiAnnonce, confirme);
			boolean ailleurs = autorisees != null && !autorisees.contains(mots[1]);
			this.depots.decrire(numero, mots[1], mots[2]);
			if (ailleurs || mots[0].equals("refuse")) {
				this.depots.rapporter(numero, refus(numero));
			}
			this.depots.passer(numero, ailleurs ? Etat.REFUSE : Etat.deCode(mots[0]));
			return numero;
		}

		private static CompteRendu refus(NumeroDepot numero) {
			return new CompteRendu(numero.toString(), null, null, "refuse",
					new CompteRendu.Synthese(MAINTENANT, "fichier", null, null, null, null),
					new CompteRendu.Refus("C02", "Ce fichier ne peut pas être pris.", "Une cause.", "Une action.",
							List.of()),
					List.of(), List.of(), List.of(), Map.of(), List.of());
		}

		private static String lire(InputStreamSource contenu) {
			try (InputStream octets = contenu.getInputStream()) {
				return new String(octets.readAllBytes(), StandardCharsets.UTF_8);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}

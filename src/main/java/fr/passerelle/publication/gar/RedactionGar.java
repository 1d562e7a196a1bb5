package fr.passerelle.publication.gar;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import javax.sql.DataSource;

import fr.passerelle.catalogue.Catalogue;
import fr.passerelle.catalogue.Texte;
import fr.passerelle.mapping.Mappings;
import fr.passerelle.noyau.Constat;
import fr.passerelle.publication.Annees;
import fr.passerelle.publication.Consommateur;
import fr.passerelle.publication.ConsommateurFaux;
import fr.passerelle.publication.Redaction;

import org.springframework.stereotype.Component;

/**
 * The parcel « complet » that an ENT sends to the GAR: all its schools of one degree. The
 * two degrees are two packages, for they have two formats and the GAR takes them apart: a
 * fault of the écoles holds no collège back.
 */
@Component
class RedactionGar implements Redaction {

	/** In the order of time, whatever the hour of the machine does. */
	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss")
		.withZone(ZoneOffset.UTC);

	private final Enregistrements enregistrements;

	private final GarSettings reglages;

	private final GarSchemas schemas;

	private final Effectifs effectifs;

	private final Catalogue catalogue;

	private final Clock horloge;

	RedactionGar(DataSource base, Mappings mappings, Annees annees, GarSettings reglages, GarSchemas schemas,
			Effectifs effectifs, Catalogue catalogue, Clock horloge) {
		this.enregistrements = new Enregistrements(base, mappings, annees);
		this.reglages = reglages;
		this.schemas = schemas;
		this.effectifs = effectifs;
		this.catalogue = catalogue;
		this.horloge = horloge;
	}

	@Override
	public String flux() {
		return "gar";
	}

	@Override
	public void exiger(Consommateur consommateur) {
		if (!consommateur.code().matches("[A-Za-z0-9]{1,20}")) {
			throw new ConsommateurFaux(consommateur.nom(),
					"« code » est le code du projet donné par le GAR, en lettres et chiffres");
		}
	}

	/** One for each degree that the schools have. */
	@Override
	public List<String> parcelles(Consommateur consommateur, Set<String> uais) {
		this.enregistrements.preparer(uais, this.horloge.instant());
		List<String> degres = Stream.of(Degre.values())
			.filter((degre) -> !this.enregistrements.uais(degre).isEmpty())
			.map(Degre::code)
			.toList();
		return degres.isEmpty() ? List.of(Degre.SECOND.code()) : degres;
	}

	@Override
	public Contenu rediger(Commande commande) {
		Degre degre = Degre.de(commande.parcelle());
		Consommateur consommateur = commande.consommateur();
		Instant instant = this.horloge.instant();
		this.enregistrements.preparer(commande.uais(), instant);
		Contenu contenu = new Contenu(new TreeSet<>(this.enregistrements.uais(degre)), new TreeMap<>(),
				this.enregistrements.ecartes(degre, consommateur.nom(), instant, this::avertissement),
				new ArrayList<>());
		Controle controle = new Controle(this.schemas.de(degre));
		try (Relecture relecture = new Relecture(controle::lire)) {
			new EnvoiWriter(this.enregistrements, this.reglages).ecrire(degre, commande.dossier(),
					"%s_GAR-ENT_%s_%s_%s".formatted(consommateur.code(), commande.entier() ? "Complet" : "Partiel",
							MOMENT.format(instant), degre.code()),
					this.reglages.profilsEnMinuscules().contains(consommateur.nom()), contenu.comptes(),
					relecture::confier);
			relecture.attendre();
		}
		Map<String, Coherence.Effectif> lus = controle.finir();
		contenu.fautes().addAll(textes(controle.constats()));
		if (!commande.confirme()) {
			contenu.fautes()
				.addAll(textes(this.effectifs.disparitions(consommateur.nom(), degre, commande.uais(), lus,
						this.reglages.disparition())));
		}
		if (contenu.fautes().isEmpty() && commande.entier()) {
			this.effectifs.noter(consommateur.nom(), degre, lus, instant);
		}
		return contenu;
	}

	private String avertissement(Constat constat) {
		Texte texte = this.catalogue.texte(constat);
		return texte.titre() + " " + texte.correction();
	}

	private List<String> textes(List<Constat> constats) {
		return constats.stream().map((constat) -> this.catalogue.texte(constat).titre()).toList();
	}

	@Override
	public List<Path> emballer(Path dossier, Path vers) throws IOException {
		return Emballage.emballer(dossier, vers);
	}

}

package fr.passerelle.publication.aaf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import fr.passerelle.catalogue.Catalogue;
import fr.passerelle.mapping.Mappings;
import fr.passerelle.noyau.Constat;
import fr.passerelle.publication.ArchiveFormat;
import fr.passerelle.publication.Consommateur;
import fr.passerelle.publication.ConsommateurFaux;
import fr.passerelle.publication.Redaction;

import org.springframework.stereotype.Component;

/**
 * The AAF feed. A publication makes one parcel for each degree, each a complete; for a
 * consumer that wants it, what changed since its last complete is one parcel more.
 */
@Component
class RedactionAaf implements Redaction {

	/**
	 * What a parcel that speaks of a part of the perimeter is called: it is no base for a
	 * delta.
	 */
	private static final String PARTIEL = "-partiel";

	private static final String DELTA = "-Delta";

	private final Map<Degre, Enregistrements> enregistrements = new EnumMap<>(Degre.class);

	private final Perimetre perimetre;

	private final Complets complets;

	private final Catalogue catalogue;

	private final AafSettings reglages;

	private final Clock horloge;

	RedactionAaf(DataSource base, Mappings mappings, Perimetre perimetre, Complets complets, Catalogue catalogue,
			AafSettings reglages, Clock horloge) {
		for (Degre degre : Degre.values()) {
			this.enregistrements.put(degre, new Enregistrements(base, mappings, degre));
		}
		this.perimetre = perimetre;
		this.complets = complets;
		this.catalogue = catalogue;
		this.reglages = reglages;
		this.horloge = horloge;
	}

	@Override
	public String flux() {
		return "aaf";
	}

	@Override
	public ArchiveFormat archive() {
		return ArchiveFormat.TGZ;
	}

	/**
	 * A delta is made of files that lie there: those of a delayed complete do not yet.
	 */
	@Override
	public void exiger(Consommateur consommateur) {
		if (!consommateur.code().matches("[A-Za-z0-9-]{0,20}")) {
			throw new ConsommateurFaux(consommateur.nom(),
					"« code » est dans le nom des fichiers : lettres, chiffres et tirets");
		}
		if (consommateur.delta() && consommateur.delaiJours() > 0) {
			throw new ConsommateurFaux(consommateur.nom(), "« delta » et « delai-jours » ne vont pas ensemble");
		}
		consommateur.exigerChamps(this.enregistrements.values()
			.stream()
			.flatMap((degre) -> degre.categories().stream())
			.flatMap((categorie) -> categorie.reserve().stream())
			.collect(Collectors.toSet()));
	}

	@Override
	public List<String> parcelles(Consommateur consommateur, Set<String> uais) {
		boolean entier = consommateur.recoitTout(uais);
		List<String> parcelles = new ArrayList<>();
		for (Degre degre : this.perimetre.degres(uais, this.horloge.instant())) {
			parcelles.add(degre.code() + (entier ? "" : PARTIEL));
			if (entier && consommateur.delta()
					&& !this.complets.derniers(consommateur.nom(), degre.code(), 1).isEmpty()) {
				parcelles.add(degre.code() + DELTA);
			}
		}
		return parcelles.isEmpty() ? List.of(Degre.SECOND.code() + (entier ? "" : PARTIEL)) : parcelles;
	}

	@Override
	public Contenu rediger(Commande commande) {
		Degre degre = Degre.de(commande.parcelle());
		return commande.parcelle().endsWith(DELTA) ? delta(degre, commande) : complet(degre, commande);
	}

	private Contenu complet(Degre degre, Commande commande) {
		Instant instant = this.horloge.instant();
		List<String> sansNom = this.perimetre.poser(degre, commande.uais(), instant);
		Enregistrements enregistrements = this.enregistrements.get(degre);
		enregistrements.preparer();
		ecrire(degre, commande, instant);
		Controle controle = new Controle(enregistrements.categories(), this.reglages.parFichier())
			.lire(commande.dossier());
		if (commande.entier() && !commande.confirme()) {
			controle.comparer(this.complets.effectifs(commande.consommateur().nom(), degre.code()), commande.uais(),
					this.reglages.disparition());
		}
		if (commande.entier() && controle.fautes().aucune()) {
			this.complets.ajouter(commande.consommateur().nom(), degre.code(), commande.paquet(), controle.effectifs());
		}
		return new Contenu(controle.uais(), controle.comptes(), ecartes(sansNom, enregistrements.ecarts()),
				controle.fautes().phrases(this.catalogue));
	}

	private void ecrire(Degre degre, Commande commande, Instant instant) {
		copierDtd(commande.dossier());
		NomDeFichier nom = nom(degre, commande, "Complet", instant);
		List<String> champs = commande.consommateur().champs();
		Map<String, Object> parametres = Map.of("academie", this.reglages.academie(), "reserves", !champs.isEmpty());
		Enregistrements enregistrements = this.enregistrements.get(degre);
		for (Categorie categorie : enregistrements.categories()) {
			try (RequetesWriter sortie = new RequetesWriter(commande.dossier(), nom, degre, categorie,
					this.reglages.parFichier())) {
				enregistrements.ecrire(categorie, parametres, champs, sortie);
			}
		}
	}

	private Contenu delta(Degre degre, Commande commande) {
		List<String> derniers = this.complets.derniers(commande.consommateur().nom(), degre.code(), 2);
		Path ici = commande.dossier().getParent();
		Fautes fautes = new Fautes();
		// The complete of this same publication bears the same moment.
		String moment = commande.paquet()
			.substring(0, commande.paquet().indexOf('-', commande.paquet().indexOf('-') + 1));
		if (derniers.size() < 2 || !derniers.get(0).startsWith(moment)
				|| !Files.isDirectory(ici.resolve(derniers.get(1)))) {
			fautes.ajouter(Constat.de("AAF_DELTA"));
			return new Contenu(Set.of(), Map.of(), List.of(), fautes.phrases(this.catalogue));
		}
		copierDtd(commande.dossier());
		Delta delta = new Delta(ici.resolve(derniers.get(1)), commande.voisin(derniers.get(0)));
		NomDeFichier nom = nom(degre, commande, "Delta", this.horloge.instant());
		for (Categorie categorie : this.enregistrements.get(degre).categories()) {
			try (RequetesWriter sortie = new RequetesWriter(commande.dossier(), nom, degre, categorie,
					this.reglages.parFichier())) {
				delta.ecrire(categorie, sortie);
			}
		}
		return new Contenu(this.complets.effectifs(commande.consommateur().nom(), degre.code()).keySet(),
				delta.comptes(), List.of(), List.of());
	}

	private List<Ecarte> ecartes(List<String> sansNom, List<Enregistrements.Ecart> ecarts) {
		List<Ecarte> ecartes = new ArrayList<>();
		sansNom.forEach((uai) -> ecartes.add(new Ecarte(uai, null, "établissement", motif("AAF_E_ETABLISSEMENT"))));
		ecarts.forEach((ecart) -> ecartes
			.add(new Ecarte(ecart.uai(), ecart.identifiant(), ecart.objet(), motif(ecart.code()))));
		return ecartes;
	}

	private String motif(String code) {
		return this.catalogue.texte(Constat.de(code)).titre();
	}

	private static NomDeFichier nom(Degre degre, Commande commande, String sorte, Instant instant) {
		String code = commande.consommateur().code();
		return new NomDeFichier("ENT" + degre.code() + (code.isEmpty() ? "" : "-" + code), sorte,
				LocalDate.ofInstant(instant, ZoneOffset.UTC));
	}

	private static void copierDtd(Path dossier) {
		try (InputStream dtd = RedactionAaf.class.getResourceAsStream("/schemas/aaf/" + NomDeFichier.DTD)) {
			Files.copy(dtd, dossier.resolve(NomDeFichier.DTD));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("copying the DTD", ex);
		}
	}

}

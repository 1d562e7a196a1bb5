package fr.passerelle.journal;

import java.io.IOException;
import java.nio.file.Path;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class JournalConfiguration {

	@Bean
	Noeud noeud(@Value("${passerelle.noeud}") Path fichier) throws IOException {
		return Noeud.de(fichier);
	}

	@Bean
	Contenus contenus(@Value("${passerelle.contenus}") Path dossier) {
		return new Contenus(dossier);
	}

}

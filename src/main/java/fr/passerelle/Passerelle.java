package fr.passerelle;

import java.util.OptionalInt;

import fr.passerelle.commande.Commandes;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;

/** Starts the hub, or does what the command line asks without it. */
@SpringBootApplication(exclude = FlywayAutoConfiguration.class)
public class Passerelle {

	public static void main(String[] args) {
		OptionalInt code = Commandes.executer(args);
		if (code.isPresent()) {
			System.exit(code.getAsInt());
		}
		SpringApplication.run(Passerelle.class, args);
	}

}

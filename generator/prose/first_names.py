"""Frequent first names by the pronoun that takes them up. A name that is not here, or is anybody's (Kim, Andrea), tells nothing."""

from __future__ import annotations

_FEMALE = """
    Abigail Ada Adaeze Adele Adelheid Adriana Aenne Agnes Agnieszka Aiko Aileen Aisha Alana Alba Alexandra Alice Alicia Alina
    Alison Alwine Amal Amanda Amber Amelia Amina Amy Amélie Ana Anastasia Anett Anette Angela Angelika Angie Anita Anja Anke Ann
    Anna Annabel Annalena Anne Annegret Annekatrin Annelies Anneliese Annemarie Annette Annie Annika Antje Antonia Anya Ariane
    Astrid Audrey Aurora Ava Ayesha Aylin Ayse Ayşe Babette Barbara Beata Beate Beatrice Beatrix Beatriz Bella Bernadette
    Bernice Berta Beryl Bess Beth Bettina Betty Beverley Birgit Birgitt Birte Brenda Brianna Bridget Brigitta Brigitte Briony
    Bronwen Bryony Bärbel Camila Candice Carina Carla Carly Carmen Carol Carola Carole Caroline Carolyn Carrie Cassandra
    Catalina Catherine Catriona Cecilia Celia Chantal Charlene Charlotte Cheryl Chiara Chloe Christa Christel Christiane
    Christina Christine Cindy Claire Clara Clarissa Claudia Colleen Connie Constance Cora Cordula Corinna Cornelia Cristina
    Cynthia Dagmar Daisy Daniela Danielle Daria Debbie Deborah Debra Deirdre Delia Delphine Denise Diana Dilek Dina Dolores
    Donna Dora Doreen Doris Dorothea Dorothee Dorothy Ebony Edda Edith Edna Effie Eileen Elaine Eleanor Elena Elfriede Elif
    Elisa Elisabeth Elise Elizabeth Elke Ella Ellen Elli Ellie Elodie Elsa Elsbeth Else Elspeth Emilia Emily Emine Emma Enid
    Erika Erna Esra Esther Eunice Eva Eveline Evelyn Evi Fanta Fatima Fatma Fay Faye Felicity Fenella Fiona Flora Florence
    Frances Franziska Françoise Frauke Freya Frieda Friederike Gabi Gabriela Gabriele Gail Geesche Gemma Geneviève Georgina
    Geraldine Gerda Gerlinde Gertraud Gertrud Gesa Gesche Gesine Gillian Gina Ginny Giorgia Giovanna Gisela Gitta Giulia Gladys
    Glenda Gloria Grace Greta Gudrun Gunda Gundula Gwen Gwendolyn Hanna Hannah Hanne Hannelore Harriet Hattie Hazel Heather
    Hedda Hedwig Heide Heidemarie Heidi Heike Helen Helena Helga Hella Henrietta Henriette Henrike Herta Hester Hilary Hilda
    Hilde Hildegard Hilke Hillary Holly Ida Ilka Ilona Ilse Imke Imogen Ines Inga Inge Ingeborg Ingeburg Ingrid Insa Inês Irene
    Irina Iris Irmgard Irmtraud Isabel Isabella Isabelle Isla Isobel Isolde Ivana Jacinda Jackie Jacqueline Jale Jana Jane Janet
    Janice Janina Janine Jasmine Jemima Jenna Jennifer Jenny Jessica Jessie Jill Joanna Joanne Jodie Johanna Jolanta Josephine
    Josie Joyce Juanita Judith Judy Julia Juliana Julie Jutta Kaitlyn Kamala Kara Karen Karin Karola Karoline Katarzyna Kate
    Kateryna Katharina Katherine Kathleen Kathrin Kathryn Kathy Katie Katja Katrin Katrina Kay Kayla Keira Kerstin Kimberly
    Kirsten Kirstin Kirsty Klara Kordula Korinna Kristen Kristin Kristina Laila Lara Larissa Laura Lauren Lavinia Layla Leah
    Leanne Leila Lena Leona Leonie Lesley Leyla Liane Lidia Liesbeth Lieselotte Lillian Lily Lina Linda Lindsey Lisa Liselotte
    Liz Lois Lola Loni Lore Lorena Lorna Lorraine Lotte Lottie Louise Lourdes Lucia Lucille Lucinda Lucy Ludmila Luisa Lydia
    Lynda Lynn Lynne Mabel Maddie Madeleine Maeve Magdalena Maggie Maike Mairi Maja Malala Mandy Manuela Marcia Mareike Maren
    Marga Margaret Margarete Margarethe Margarita Margery Margit Margot Margret Marguerite Maria Marian Marianne Marie Mariele
    Marina Marine Marion Marjorie Marlene Marlies Marsha Martha Martina Mary María Mathilde Matilda Maud Maureen Mavis Maxine
    Maya Małgorzata Mechthild Meera Megan Meike Melanie Melike Melinda Melissa Melody Meredith Merle Merve Meryem Meryl Mia
    Michaela Michelle Mildred Millie Minnie Mira Miranda Miriam Moira Molly Mona Monica Monika Morag Muriel Myra Myrtle Nadezhda
    Nadia Nadine Nadja Nancy Naoko Naomi Natalia Natalie Natalya Natasha Neele Nell Nellie Ngozi Nia Niamh Nicola Nicole Nina
    Noor Nora Norma Notburga Nuria Octavia Oksana Olena Olga Olivia Ottilie Paige Pam Pamela Paola Patricia Patsy Patty Paula
    Paulina Pauline Peggy Penelope Penny Petra Philippa Phoebe Phyllis Pia Pilar Polly Pooja Poppy Priscilla Priya Priyanka
    Prudence Rachel Ramona Rania Rebecca Regina Renate Rhiannon Rhona Rhonda Ricarda Rita Roberta Robyn Rochelle Rocío Rosa
    Rosalind Rosanna Rose Rosemarie Rosemary Rosi Rosie Roswitha Rowena Roxanne Ruth Sabine Sabrina Sadie Sally Samira Sanaa
    Sandra Sanna Sara Sarah Saskia Scarlett Selin Selina Selma Sevim Shabana Shannon Sharon Shauna Sheila Shelley Shirin Shirley
    Sibylle Sieglinde Signe Sigrid Silke Silvia Simone Sina Sinead Sinéad Siobhan Siân Sofia Solveig Sonia Sonja Sophia Sophie
    Stacey Stacy Stefanie Steffi Stella Stephanie Sue Sunita Susan Susanna Susannah Susanne Susie Suzanne Suzie Svea Svenja
    Svetlana Swantje Sylvia Tabitha Tamara Tania Tanja Tanya Tara Tatiana Tatjana Tatyana Teresa Tess Tessa Thea Thelma Theresa
    Tiffany Tilly Tina Tove Tracey Tracy Trina Trish Trisha Trude Ulla Ulrike Una Ursel Ursula Uschi Ute Valentina Valerie
    Vanessa Vera Verena Veronika Vicki Vicky Victoria Viktoria Viola Virginia Vivien Vreni Waltraud Wanda Wendy Whitney Wibke
    Wiebke Wilhelmine Wilma Winifred Ximena Yasmin Yolanda Yulia Yvette Yvonne Zainab Zara Zehra Zena Zeynep Zoe Zoey Zuzana
    Özlem
"""
_MALE = """
    Aaron Abdul Abdullah Abel Abraham Achim Adalbert Adam Adolf Adrian Ahmad Ahmed Alan Alasdair Alastair Albert Alberto
    Albrecht Alec Alejandro Aleksandr Alexander Alexandre Alexei Alfie Alfred Ali Alistair Alois Alvin Alwin Amir Amos Anders
    Andre Andreas Andrei Andrew Andriy André Andy Angus Ansgar Anthony Antoine Anton Antonio Antony António Archie Arjun Armin
    Arnaud Arnd Arndt Arne Arno Arnold Arthur Asher Ashok Axel Balthasar Barney Barry Bashir Basil Bastian Beat Ben Benedict
    Benjamin Bennett Benno Bernard Bernd Bernhard Bernie Bert Bertram Bill Billy Birger Björn Blake Bob Bobby Bodo Boris Boyd
    Brad Bradley Brandon Brendan Brent Brett Brian Bruce Bruno Bryan Burak Burkhard Byron Callum Calvin Cameron Carl Carlo
    Carlos Carsten Cecil Cedric Cem Cesar Chad Charles Chris Christian Christof Christoph Christopher Claas Clarence Claude
    Claus Clayton Clemens Clement Clifford Clive Clyde Colin Colm Connor Conor Constantin Corey Cormac Cornelius Craig Curtis
    Cyril Damian Damien Damon Dan Daniel Danny Darius Darrell Darren Darryl Dave Davey David Declan Dele Delroy Denis Dennis
    Derek Desmond Detlef Detlev Diego Dieter Dietmar Dietrich Dimitri Dirk Dmitry Dominic Donald Doug Dougal Douglas Duncan
    Dwayne Dwight Dylan Eamon Eamonn Eberhard Eckart Eckhard Eddie Edgar Edmund Eduardo Edward Edwin Egon Ekkehard Ekrem Eli
    Elijah Elliot Elliott Elmer Emil Emilio Emmanuel Emmerich Emre Enno Enrique Enzo Erhard Eric Erich Erik Ernest Ernst Erwin
    Ethan Euan Eugen Eugene Evan Ewald Ewan Fabian Fabrice Falk Farouk Felipe Felix Ferdinand Ferenc Fergus Fernando Fiete Finn
    Florian Florin Floyd Folkert Francesco Francis Francisco Frank Frankie Frans Franz François Fred Freddie Frederick Frieder
    Friedhelm Friedrich Fritz Gabriel Gareth Garry Gary Gavin Gebhard Geoff Geoffrey Georg George Gerald Gerard Gerd Gereon
    Gerhard Gernot Gero Gerry Gert Gianni Gil Giles Giorgio Giovanni Giuseppe Glen Glenn Godfrey Gordon Graeme Graham Greg
    Gregor Gregory Guido Gunnar Gunter Gus Gustavo Günter Günther Hagen Hakan Hamish Hank Hannes Hans Hansjörg Harald Harley
    Harm Harold Harrison Harry Hartmut Hartwig Harvey Hassan Hauke Hector Heiko Heiner Heino Heinrich Heinz Hellmut Helmut
    Hendrick Hendrik Henk Henning Henri Henrik Henry Herbert Heribert Herman Hermann Hinrich Holger Horace Horst Howard Hubert
    Hugh Hugo Humphrey Hussein Hywel Iain Ian Ibrahim Ignaz Igor Imran Ingo Irving Isaac Ivan Ivo Ivor Jack Jacob Jacques Jaime
    Jake Jakob Jamal James Jan Jannik Janosch Jared Jarrod Jason Jasper Javier Jed Jeff Jeffery Jeffrey Jens Jeremiah Jeremy
    Jerome Jerry Jesse Jesús Jethro Jim Jimmy Joachim Jochen Jock Joe Joel Joey Johan Johann Johannes John Johnny Jon Jonah
    Jonas Jonathan Jorge Jose Josef Joseph Joshua Josiah Jost Josua José Juan Julian Julio Justin Justus Jörg Jörn Jürgen Kareem
    Karl Karlheinz Karsten Kaspar Keith Ken Kenji Kenneth Kenny Kerem Kev Kevin Khalid Kieran Kilian Kirk Klaas Klaus Knut Kofi
    Konrad Konstantin Korbinian Kurt Kwame Kyle Lachlan Lamar Larry Lars Laurent Lawrence Len Lennart Lennox Leo Leon Leonard
    Leonardo Leonid Leopold Leroy Lester Levi Lewis Liam Lionel Lloyd Lorenz Lorenzo Lothar Louis Luc Luca Lucas Lucian Ludger
    Ludwig Luigi Luis Luka Lukas Luke Luther Lutz Lyle Maciej Magnus Mahmoud Malcolm Malte Manfred Manuel Marc Marcel Marco
    Marcus Marek Mario Marius Mark Marko Markus Marlon Martin Marvin Mateo Mateusz Mathias Mathieu Matt Matteo Matthew Matthias
    Matthis Maurice Max Maximilian Maxwell Mehmet Meinhard Melvin Micah Michael Michel Mick Mickey Miguel Mihai Mike Mikhail
    Milan Miles Mirko Miroslav Mitch Mitchell Mohamad Mohamed Mohammad Mohammed Mohan Monty Moritz Morris Moses Moussa Muhammad
    Murray Mustafa Nathan Nathaniel Ned Neil Neville Niall Nicholas Nick Nico Nicolas Niels Nigel Nikhil Niko Nikolai Nikos Nils
    Noah Noel Norbert Norman Oktay Olaf Ole Oleg Oliver Olivier Omar Onno Ortwin Oscar Oskar Osman Oswald Ottmar Otto Ottokar
    Ousmane Owen Pablo Paolo Patrick Paul Pavel Pedro Percy Pete Peter Petr Phil Philip Philipp Philippe Piero Pierre Piers Piet
    Piotr Pirmin Quentin Rafael Raimund Rainer Raj Rajesh Ralf Ralph Ramesh Ramón Randy Raphael Rashid Ravi Ray Raymond Reece
    Reg Reggie Reginald Reiner Reinhard Reinhold René Reto Reuben Rex Rhys Ricardo Richard Rick Ricky Rob Robbie Robert Roberto
    Robin Roderich Rodney Rodrigo Roger Roland Rolf Roman Ron Ronald Ronan Ronnie Rory Ross Roy Ruben Rudolf Rufus Rupert
    Rupprecht Russell Rustam Ryan Rüdiger Salman Samuel Sanjay Sanjeev Santiago Saul Scott Seamus Sean Sebastian Selim Sepp
    Sergei Sergey Sergio Serkan Seth Severin Shane Shaun Sid Sidney Siegbert Siegfried Siegmar Sigismund Sigmar Sigmund Silas
    Simon Stan Stanley Stefan Steffen Stephan Stephen Steve Steven Stewart Stuart Suleiman Sunil Suresh Sven Sönke Tadeusz
    Takeshi Tarek Tariq Ted Terence Terrence Terry Thaddäus Theo Theodor Thilo Thomas Thorben Thorsten Théo Tilman Tilo Tim
    Timothy Tjark Tobias Toby Todd Tom Tomas Tomasz Tomás Tony Torben Torsten Travis Trent Trevor Troy Tyler Tyrone Udo Ulf
    Ulrich Umberto Urs Uwe Valentin Veit Vernon Victor Vijay Vikram Viktor Vince Vincent Vinzenz Vladimir Volker Volkmar
    Volodymyr Waldemar Wallace Walter Warren Wayne Wendelin Wendell Wenzel Werner Wesley Wieland Wilfred Wilfried Wilhelm Willi
    William Willie Willy Winfried Winston Wojciech Wolfgang Wolfram Xaver Xavier Yannic Yannick Yannis Yuri Yusuf Zac Zach
    Zachary Zack Zbigniew Zoltan
"""
GENDERS = {name.casefold(): "f" for name in _FEMALE.split()} | {name.casefold(): "m" for name in _MALE.split()}

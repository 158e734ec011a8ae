"""Frequent first names by the pronoun that takes them up. A name that is not here, or is anybody's (Kim, Andrea), tells nothing."""

from __future__ import annotations

_FEMALE = """
    Abigail Ada Adaeze Adele Adriana Agnes Agnieszka Aiko Aileen Aisha Alana Alba Alexandra Alice Alicia Alina Alison Amal Amanda
    Amber Amelia Amina Amy Amélie Ana Anastasia Angela Angelika Angie Anita Anja Ann Anna Annabel Annalena Anne Annelies Annette
    Annie Annika Antonia Anya Astrid Audrey Aurora Ava Ayesha Ayse Ayşe Barbara Beata Beatrice Beatrix Beatriz Bella Bernadette
    Bernice Beryl Bess Beth Bettina Betty Beverley Birgit Brenda Brianna Bridget Brigitte Briony Bronwen Bryony Camila Candice Carla
    Carly Carmen Carol Carole Caroline Carolyn Carrie Cassandra Catalina Catherine Catriona Cecilia Celia Chantal Charlene Charlotte
    Cheryl Chiara Chloe Christina Christine Cindy Claire Clara Clarissa Claudia Colleen Connie Constance Cora Cristina Cynthia Daisy
    Daniela Danielle Daria Debbie Deborah Debra Deirdre Delia Delphine Denise Diana Dina Dolores Donna Dora Doreen Doris Dorothea
    Dorothy Ebony Edith Edna Effie Eileen Elaine Eleanor Elena Elisa Elisabeth Elise Elizabeth Ella Ellen Ellie Elodie Elsa Elspeth
    Emilia Emily Emma Enid Erika Esther Eunice Eva Evelyn Fanta Fatima Fay Faye Felicity Fenella Fiona Flora Florence Frances
    Françoise Freya Gabriela Gail Gemma Geneviève Georgina Geraldine Gerda Gillian Gina Ginny Giorgia Giovanna Giulia Gladys Glenda
    Gloria Grace Greta Gwen Gwendolyn Hanna Hannah Harriet Hattie Hazel Heather Hedda Heidi Helen Helena Henrietta Hester Hilary
    Hilda Hillary Holly Ida Ilse Imogen Ines Ingeborg Ingrid Inês Irene Irina Iris Isabel Isabella Isabelle Isla Isobel Ivana
    Jacinda Jackie Jacqueline Jane Janet Janice Janine Jasmine Jemima Jenna Jennifer Jenny Jessica Jessie Jill Joanna Joanne
    Jodie Johanna Jolanta Josephine Josie Joyce Juanita Judith Judy Julia Juliana Julie Kaitlyn Kamala Kara Karen Karin Katarzyna
    Kate Kateryna Katharina Katherine Kathleen Kathryn Kathy Katie Katja Katrin Katrina Kay Kayla Keira Kimberly Kirsten Kirsty
    Kristen Kristin Kristina Laila Lara Larissa Laura Lauren Lavinia Layla Leah Leanne Leila Lena Leona Leonie Lesley Leyla Lidia
    Lillian Lily Lina Linda Lindsey Lisa Liz Lois Lola Lorena Lorna Lorraine Lottie Louise Lourdes Lucia Lucille Lucinda Lucy
    Ludmila Luisa Lydia Lynda Lynn Lynne Mabel Maddie Madeleine Maeve Magdalena Maggie Mairi Malala Mandy Manuela Marcia Margaret
    Margarita Margery Margot Marguerite Maria Marian Marie Marina Marine Marion Marjorie Marlene Marsha Martha Martina Mary María
    Mathilde Matilda Maud Maureen Mavis Maxine Maya Małgorzata Meera Megan Melanie Melinda Melissa Melody Meredith Meryem Meryl Mia
    Michaela Michelle Mildred Millie Minnie Mira Miranda Miriam Moira Molly Mona Monica Monika Morag Muriel Myra Myrtle Nadezhda
    Nadia Nadine Nancy Naoko Naomi Natalia Natalie Natalya Natasha Nell Nellie Ngozi Nia Niamh Nicola Nicole Nina Noor Nora Norma
    Octavia Oksana Olena Olga Olivia Paige Pam Pamela Paola Patricia Patsy Patty Paula Paulina Pauline Peggy Penelope Penny Petra
    Philippa Phoebe Phyllis Pilar Polly Pooja Poppy Priscilla Priya Priyanka Prudence Rachel Ramona Rania Rebecca Regina Renate
    Rhiannon Rhona Rhonda Rita Roberta Robyn Rochelle Rocío Rosa Rosalind Rosanna Rose Rosemary Rosie Rowena Roxanne Ruth Sabine
    Sabrina Sadie Sally Samira Sandra Sanna Sara Sarah Saskia Scarlett Selina Shabana Shannon Sharon Shauna Sheila Shelley Shirin
    Shirley Signe Silvia Simone Sinead Sinéad Siobhan Siân Sofia Solveig Sonia Sophia Sophie Stacey Stacy Stella Stephanie Sue
    Sunita Susan Susannah Susanne Susie Suzanne Suzie Svenja Svetlana Sylvia Tabitha Tamara Tania Tanya Tara Tatiana Tatjana Tatyana
    Teresa Tess Tessa Thelma Theresa Tiffany Tilly Tina Tove Tracey Tracy Trina Trish Trisha Ulrike Una Ursula Valentina Valerie
    Vanessa Vera Vicki Vicky Victoria Viola Virginia Vivien Wanda Wendy Whitney Wilma Winifred Ximena Yasmin Yolanda Yulia Yvette
    Yvonne Zainab Zara Zena Zeynep Zoe Zoey Zuzana
"""
_MALE = """
    Aaron Abdul Abdullah Abel Abraham Adam Adrian Ahmad Ahmed Alan Alasdair Alastair Albert Alberto Alec Alejandro Aleksandr
    Alexander Alexandre Alexei Alfie Alfred Ali Alistair Alvin Amir Amos Anders Andre Andrei Andrew Andriy André Andy Angus Anthony
    Antoine Anton Antonio Antony António Archie Arjun Arnaud Arnold Arthur Asher Ashok Barney Barry Bashir Basil Ben Benedict
    Benjamin Bennett Bernard Bernd Bernie Bert Bill Billy Björn Blake Bob Bobby Boris Boyd Brad Bradley Brandon Brendan Brent Brett
    Brian Bruce Bruno Bryan Byron Callum Calvin Cameron Carl Carlo Carlos Cecil Cedric Cesar Chad Charles Chris Christian Christoph
    Christopher Clarence Claude Clayton Clement Clifford Clive Clyde Colin Colm Connor Conor Corey Cormac Craig Curtis Cyril Damian
    Damien Damon Dan Daniel Danny Darius Darrell Darren Darryl Dave Davey David Declan Dele Delroy Denis Dennis Derek Desmond Diego
    Dieter Dimitri Dirk Dmitry Dominic Donald Doug Dougal Douglas Duncan Dwayne Dwight Dylan Eamon Eamonn Eddie Edgar Edmund Eduardo
    Edward Edwin Eli Elijah Elliot Elliott Elmer Emil Emilio Emmanuel Enrique Enzo Eric Erik Ernest Ernst Ethan Euan Eugene Evan
    Ewan Fabian Fabrice Farouk Felipe Felix Fergus Fernando Finn Florian Floyd Francesco Francis Francisco Frank Frankie Frans
    François Fred Freddie Frederick Friedrich Gabriel Gareth Garry Gary Gavin Geoff Geoffrey Georg George Gerald Gerard Gerhard
    Gerry Gianni Gil Giles Giorgio Giovanni Giuseppe Glen Glenn Godfrey Gordon Graeme Graham Greg Gregory Guido Gus Gustavo Hamish
    Hank Hans Harald Harley Harold Harrison Harry Harvey Hassan Hector Heinrich Helmut Hendrik Henk Henri Henrik Henry Herbert
    Herman Hermann Horace Howard Hubert Hugh Hugo Humphrey Hussein Hywel Iain Ian Ibrahim Igor Imran Irving Isaac Ivan Ivor Jack
    Jacob Jacques Jaime Jake Jakob Jamal James Jan Jared Jarrod Jason Jasper Javier Jed Jeff Jeffery Jeffrey Jens Jeremiah Jeremy
    Jerome Jerry Jesse Jesús Jethro Jim Jimmy Joachim Jock Joe Joel Joey Johan Johann Johannes John Johnny Jon Jonah Jonas Jonathan
    Jorge Jose Josef Joseph Joshua Josiah José Juan Julian Julio Justin Jürgen Kareem Karl Keith Ken Kenji Kenneth Kenny Kerem Kev
    Kevin Khalid Kieran Kirk Klaus Kofi Konstantin Kurt Kwame Kyle Lachlan Lamar Larry Lars Laurent Lawrence Len Lennox Leo Leon
    Leonard Leonardo Leonid Leroy Lester Levi Lewis Liam Lionel Lloyd Lorenzo Louis Luc Luca Lucas Lucian Luigi Luis Luka Lukas Luke
    Luther Lyle Maciej Magnus Mahmoud Malcolm Manuel Marc Marcel Marco Marcus Marek Mario Mark Marko Markus Marlon Martin Marvin
    Mateo Mateusz Mathieu Matt Matteo Matthew Matthias Maurice Max Maxwell Mehmet Melvin Micah Michael Michel Mick Mickey Miguel
    Mihai Mike Mikhail Milan Miles Miroslav Mitch Mitchell Mohamad Mohamed Mohammad Mohammed Mohan Monty Morris Moses Moussa
    Muhammad Murray Mustafa Nathan Nathaniel Ned Neil Neville Niall Nicholas Nick Nicolas Nigel Nikhil Nikolai Nikos Noah Noel
    Norman Olaf Oleg Oliver Olivier Omar Oscar Osman Otto Ousmane Owen Pablo Paolo Patrick Paul Pavel Pedro Percy Pete Peter Petr
    Phil Philip Philipp Philippe Piero Pierre Piers Piet Piotr Quentin Rafael Raj Rajesh Ralf Ralph Ramesh Ramón Randy Raphael
    Rashid Ravi Ray Raymond Reece Reg Reggie Reginald René Reuben Rex Rhys Ricardo Richard Rick Ricky Rob Robbie Robert Roberto
    Robin Rodney Rodrigo Roger Roland Rolf Roman Ron Ronald Ronan Ronnie Rory Ross Roy Ruben Rudolf Rufus Rupert Russell Rustam Ryan
    Salman Samuel Sanjay Sanjeev Santiago Saul Scott Seamus Sean Sebastian Sergei Sergey Sergio Seth Shane Shaun Sid Sidney Silas
    Simon Stan Stanley Stefan Stephen Steve Steven Stewart Stuart Suleiman Sunil Suresh Sven Tadeusz Takeshi Tariq Ted Terence
    Terrence Terry Theo Thomas Théo Tim Timothy Tobias Toby Todd Tom Tomas Tomasz Tomás Tony Travis Trent Trevor Troy Tyler Tyrone
    Umberto Uwe Vernon Victor Vijay Vikram Viktor Vince Vincent Vladimir Volodymyr Wallace Walter Warren Wayne Wendell Werner Wesley
    Wilfred Wilhelm William Willie Winston Wojciech Wolfgang Xavier Yannick Yannis Yuri Yusuf Zac Zach Zachary Zack Zbigniew Zoltan
"""
GENDERS = {name.casefold(): "f" for name in _FEMALE.split()} | {name.casefold(): "m" for name in _MALE.split()}
